/**
 * Stand-in for `jsr:@std/testing/mock`: functions that remember how they were called.
 *
 * @module
 */
import { assertEquals, AssertionError, assertIsError } from "../assert/mod.ts";
import { difference } from "./difference.ts";

/** Misuse of a spy or a stub. */
export class MockError extends Error {
  /** @param message What was wrong. */
  constructor(message: string) {
    super(message);
    this.name = "MockError";
  }
}

/** One call of a spy: its arguments, and what came of it. */
export interface SpyCall<Self = unknown, Args extends unknown[] = unknown[], Return = unknown> {
  args: Args;
  returned?: Return;
  error?: Error;
  self?: Self;
}

/** A function that remembers how it was called. */
export interface Spy<Self, Args extends unknown[], Return> {
  (this: Self, ...args: Args): Return;
  /** The function behind it. */
  original: (this: Self, ...args: Args) => Return;
  /** Its calls so far. */
  calls: SpyCall<Self, Args, Return>[];
  /** Whether the method of the object is itself again. */
  restored: boolean;
  /** Makes the method of the object itself again. */
  restore(): void;
}

/** A spy that stands in for a method; at the end of a `using` block it is gone. */
export interface MethodSpy<Self, Args extends unknown[], Return>
  extends Spy<Self, Args, Return>, Disposable {}

/** A spy that stands in for a method and does something else. */
export interface Stub<Self, Args extends unknown[], Return> extends MethodSpy<Self, Args, Return> {
  /** What it does instead. */
  fake: (this: Self, ...args: Args) => Return;
}

/** The arguments of a method. */
export type GetParametersFromProp<Self, Prop extends keyof Self> = Self[Prop] extends
  (...args: infer Args) => unknown ? Args : unknown[];

/** What a method returns. */
export type GetReturnFromProp<Self, Prop extends keyof Self> = Self[Prop] extends
  (...args: never[]) => infer Return ? Return : unknown;

type Call = (...args: never[]) => unknown;

type Method<Self, Prop extends keyof Self> = (
  this: Self,
  ...args: GetParametersFromProp<Self, Prop>
) => GetReturnFromProp<Self, Prop>;

/** Makes a spy that does nothing. */
export function spy(): Spy<unknown, unknown[], undefined>;
/** Makes a spy that does what a function does. */
export function spy<Self, Args extends unknown[], Return>(
  func: (this: Self, ...args: Args) => Return,
): Spy<Self, Args, Return>;
/**
 * Puts a spy in place of a method; the method is still called.
 *
 * @throws {MockError} If the property is no method, or is spied on already.
 */
export function spy<Self extends object, Prop extends keyof Self>(
  self: Self,
  property: Prop,
): MethodSpy<Self, GetParametersFromProp<Self, Prop>, GetReturnFromProp<Self, Prop>>;
export function spy(target?: object, property?: PropertyKey): unknown {
  if (target !== undefined && property !== undefined) return replace(target, property);
  return Object.assign(recorder(isFunction(target) ? target : () => {}), {
    restored: false,
    restore: () => {
      throw new MockError("Cannot restore: function cannot be restored");
    },
  });
}

/**
 * Puts another function, or one that does nothing, in place of a method.
 *
 * @throws {MockError} If the property is no method, or is spied on already.
 */
export function stub<Self extends object, Prop extends keyof Self>(
  self: Self,
  property: Prop,
  func?: Method<Self, Prop>,
): Stub<Self, GetParametersFromProp<Self, Prop>, GetReturnFromProp<Self, Prop>>;
export function stub(self: object, property: PropertyKey, func: Call = () => {}): unknown {
  return replace(self, property, func);
}

/**
 * Asserts how often a spy was called.
 *
 * @throws {AssertionError} If it was called more or less often.
 */
export function assertSpyCalls<Self, Args extends unknown[], Return>(
  spy: Spy<Self, Args, Return>,
  expectedCalls: number,
): void {
  const { length } = spy.calls;
  if (length === expectedCalls) return;
  const message = length < expectedCalls
    ? "Spy not called as much as expected"
    : "Spy called more than expected";
  throw new AssertionError(`${message}:\n${difference(length, expectedCalls)}`);
}

/** What a call is expected to have been; what is left out may be anything. */
export interface ExpectedSpyCall<Self, Args extends unknown[], Return> {
  args?: [...Args, ...unknown[]];
  self?: Self;
  returned?: Return;
  error?: {
    Class?: new (...args: never[]) => Error;
    msgIncludes?: string;
  };
}

/**
 * Asserts that a spy was called at least so often, and how.
 *
 * @throws {AssertionError} If there was no such call, or it was another.
 */
export function assertSpyCall<Self, Args extends unknown[], Return>(
  spy: Spy<Self, Args, Return>,
  callIndex: number,
  expected: ExpectedSpyCall<Self, Args, Return> = {},
): void {
  const call = spy.calls[callIndex];
  if (call === undefined) throw new AssertionError("Spy not called as much as expected");
  if (expected.args) {
    assertEquals<unknown>(call.args, expected.args, "Spy not called with expected args");
  }
  if ("self" in expected) {
    assertEquals(call.self, expected.self, "Spy not called as method on expected self");
  }
  if ("returned" in expected) {
    if (call.error) {
      throw new AssertionError("Spy call did not return expected value, an error was thrown.");
    }
    assertEquals(call.returned, expected.returned, "Spy call did not return expected value");
  }
  if (expected.error) {
    const { Class, msgIncludes } = expected.error;
    if (!("error" in call)) {
      throw new AssertionError("Spy call did not throw an error, a value was returned.");
    }
    assertIsError(call.error, Class, msgIncludes);
  }
}

function isFunction(value: unknown): value is Call {
  return typeof value === "function";
}

function recorder(original: Call, fake: Call = original) {
  const calls: SpyCall[] = [];
  const record = function (this: unknown, ...args: unknown[]): unknown {
    const call: SpyCall = { args };
    if (this) call.self = this;
    try {
      return call.returned = Reflect.apply(fake, this, args);
    } catch (error) {
      call.error = error as Error;
      throw error;
    } finally {
      calls.push(call);
    }
  };
  return Object.assign(record, { original, fake, calls });
}

function replace(self: object, property: PropertyKey, fake?: Call): unknown {
  const original: unknown = Reflect.get(self, property);
  if (!isFunction(original)) throw new MockError("Cannot spy: property is not an instance method");
  if ("calls" in original && "restore" in original) {
    throw new MockError("Cannot spy: already spying on instance method");
  }
  const descriptor = Object.getOwnPropertyDescriptor(self, property);
  const restore = () => {
    if (spy.restored) throw new MockError("Cannot restore: instance method already restored");
    if (descriptor) Object.defineProperty(self, property, descriptor);
    else Reflect.deleteProperty(self, property);
    spy.restored = true;
  };
  const spy = Object.assign(recorder(original, fake), {
    restored: false,
    restore,
    [Symbol.dispose]: restore,
  });
  Object.defineProperty(self, property, {
    configurable: true,
    enumerable: descriptor?.enumerable ?? false,
    writable: descriptor?.writable ?? false,
    value: spy,
  });
  return spy;
}
