import { assertEquals } from "@std/assert";
import { afterAll, afterEach, beforeAll, beforeEach, describe, it } from "@std/testing/bdd";

describe("hooks run around the tests of a suite", () => {
  const log: string[] = [];
  beforeAll(() => void log.push("beforeAll"));
  beforeEach(() => void log.push("beforeEach"));
  afterEach(() => void log.push("afterEach"));
  afterAll(() => {
    const test = ["beforeEach", "test", "afterEach"];
    assertEquals(log, ["beforeAll", ...test, ...test]);
  });
  it("once", () => void log.push("test"));
  it("twice", () => void log.push("test"));
  it.ignore("never", () => void log.push("ignored"));
});
