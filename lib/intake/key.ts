/** Student numbers become keyed hashes; the key stays on the analyst's machine. */
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { Buffer } from "node:buffer";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { dataFolder, root } from "../workspace.ts";

/** Digits and letters without those that are mistaken for each other. */
const ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
/** 13 digits of 5 bits: two of a million students meet with a chance of one in ten million. */
const LENGTH = 13;

/** Turns who somebody is into what can stand in `graduates.csv`. */
export type Hasher = (id: string) => string;

/**
 * HMAC-SHA256 under a key. The same key gives the same student the same pseudonym every year; without
 * the key nobody can try out all student numbers.
 */
export function hasher(key: Uint8Array): Hasher {
  // A quarter of the time of node:crypto's, which makes an object in the engine for each number.
  const keyed = hmac.create(sha256, key);
  const encoder = new TextEncoder();
  return (id) => {
    const bytes = keyed.clone().update(encoder.encode(id)).digest();
    let out = "";
    for (let i = 0; i < LENGTH; i++) {
      const at = i * 5;
      const pair = ((bytes[at >> 3] ?? 0) << 8) | (bytes[(at >> 3) + 1] ?? 0);
      out += ALPHABET[(pair >> (11 - (at & 7))) & 31];
    }
    return out;
  };
}

/**
 * Where the key lies: `REPORT_KEY`, else the user's folder for settings.
 *
 * @throws {Error} if that is inside the workspace or the data, where it would be passed on with them
 */
export function keyPath(): string {
  const env = (name: string) => Deno.env.get(name) ?? "";
  const settings = env("APPDATA") || env("XDG_CONFIG_HOME") || join(env("HOME") || ".", ".config");
  const path = resolve(env("REPORT_KEY") || join(settings, "graduate-report", "key"));
  for (const folder of [root(), dataFolder()]) {
    if (path.startsWith(folder + sep)) {
      throw new Error(
        `学号的密钥不能放在 ${folder} 里（会随数据一起传出去）；请改 REPORT_KEY 所指的位置`,
      );
    }
  }
  return path;
}

/**
 * Reads the key, and makes one on first use.
 *
 * @throws {Error} if the file holds no key
 */
export function readKey(path: string): Uint8Array {
  if (!existsSync(path)) {
    Deno.mkdirSync(dirname(path), { recursive: true });
    // A key is there whole or not at all, and of two that are made at once the first one stands.
    const fresh = `${path}.${crypto.randomUUID()}`;
    Deno.writeTextFileSync(fresh, randomBytes(32).toString("hex") + "\n", { mode: 0o600 });
    try {
      Deno.linkSync(fresh, path);
    } catch (error) {
      if (!(error instanceof Deno.errors.AlreadyExists)) throw error;
    } finally {
      Deno.removeSync(fresh);
    }
  }
  const key = new Uint8Array(Buffer.from(Deno.readTextFileSync(path).trim(), "hex"));
  if (key.length < 16) {
    throw new Error(`${path} 里没有密钥；请恢复备份，或删去后重新运行（学号的代号会变）`);
  }
  return key;
}
