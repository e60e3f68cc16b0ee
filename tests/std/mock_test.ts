import { assertEquals, AssertionError, assertThrows } from "@std/assert";
import { assertSpyCall, assertSpyCalls, MockError, spy, stub } from "@std/testing/mock";

Deno.test("a spy remembers its calls and does what the function does", () => {
  const sum = spy((a: number, b: number) => a + b);
  assertEquals(sum(1, 2), 3);
  assertSpyCalls(sum, 1);
  assertSpyCall(sum, 0, { args: [1, 2], returned: 3 });
  assertThrows(
    () => assertSpyCalls(sum, 2),
    AssertionError,
    "Spy not called as much as expected:\n",
  );
  assertThrows(() => assertSpyCalls(sum, 0), AssertionError, "Spy called more than expected:\n");
  assertThrows(
    () => assertSpyCall(sum, 0, { args: [1, 3] }),
    AssertionError,
    "Spy not called with expected args",
  );
  assertThrows(
    () => assertSpyCall(sum, 1),
    AssertionError,
    "Spy not called as much as expected",
  );
});

Deno.test("a spy remembers errors", () => {
  const failing = spy(() => {
    throw new RangeError("too far");
  });
  assertThrows(() => failing(), RangeError);
  assertSpyCall(failing, 0, { error: { Class: RangeError, msgIncludes: "far" } });
});

Deno.test("a stub stands in for a method until it is restored", () => {
  const house = { name: "main", greet: (who: string) => `hello ${who}` };
  {
    using greet = stub(house, "greet", () => "no");
    assertEquals(house.greet("you"), "no");
    assertSpyCall(greet, 0, { args: ["you"], self: house, returned: "no" });
    assertThrows(() => spy(house, "greet"), MockError, "already spying on instance method");
  }
  assertEquals(house.greet("you"), "hello you");

  const watched = spy(house, "greet");
  assertEquals(house.greet("you"), "hello you");
  assertSpyCalls(watched, 1);
  assertEquals(watched.restored, false);
  watched.restore();
  assertEquals(watched.restored, true);
  assertThrows(() => watched.restore(), MockError, "already restored");
});
