/** Promises that can be made to fail while they are waited for, so that an interrupt can end a wait. */

type Settle = (value?: unknown) => void;

/** One promise that was made and has not been settled. */
interface Wait {
  readonly reject: Settle;
  promise?: WeakRef<Promise<unknown>>;
}

/** A stand-in for the `Promise` class that knows which of its promises are pending. */
export class Waits {
  /** The class to be used in place of the original; its promises are the original's. */
  readonly Promise: PromiseConstructor;
  readonly #pending = new Set<Wait>();

  /** @param original the class that makes the promises */
  constructor(original: PromiseConstructor) {
    const pending = this.#pending;
    this.Promise = new Proxy(original, {
      construct(target, [executor, ...rest], newTarget) {
        if (typeof executor !== "function") return Reflect.construct(target, [executor], newTarget);
        let wait: Wait | undefined;
        const watched = (resolve: Settle, reject: Settle) => {
          const settled = (settle: Settle): Settle => (value) => {
            if (wait) pending.delete(wait);
            settle(value);
          };
          pending.add(wait = { reject });
          executor(settled(resolve), settled(reject));
        };
        const promise = Reflect.construct(target, [watched, ...rest], newTarget);
        if (wait) wait.promise = new WeakRef(promise);
        return promise;
      },
    });
  }

  /** Lets every pending promise fail with `reason`, which whoever awaits it is told. */
  end(reason: unknown): void {
    const ended = [...this.#pending];
    this.#pending.clear();
    for (const { reject, promise } of ended) {
      promise?.deref()?.catch(() => {}); // That one which nobody awaits fails is no error.
      reject(reason);
    }
  }
}
