/** Cells of a survey's export to answers. */
import { JOINER } from "../../edition/routing.ts";
import { clean } from "../text.ts";
import { type Asked, labelOf } from "./questions.ts";

/** What platforms write where nothing was answered; in coded exports -3 is skipped, -2 empty. */
const NOTHING = /^(（(跳过|空|未作答|未选|无)）|-2|-3|跳过)$/;
const SKIPPED = /^(（跳过）|-3|跳过)$/;

/**
 * The options that a response chose, in its own order; none where it was skipped or left empty. What
 * was written beside an option is somebody's own words and is dropped.
 */
export function answersOf(question: Asked, cells: readonly string[]): string[] {
  const [only] = question.columns;
  if (only !== undefined && only.option === undefined) return chosen(cells[only.at] ?? "");
  return question.columns.flatMap(({ at, option = "" }) =>
    (cells[at] ?? "").trim() === "1" ? [option] : []
  );
}

/** Whether the platform did not put a question to a respondent. */
export function isSkipped(question: Asked, cells: readonly string[]): boolean {
  return question.columns.every(({ at }) => SKIPPED.test(clean(cells[at] ?? "").text));
}

function chosen(cell: string): string[] {
  // A written part may hold the very signs that join options, so it goes first.
  const { text } = clean(cell.replace(/〖[^〗]*〗/g, "").replace(/\r?\n/g, JOINER));
  if (NOTHING.test(text)) return [];
  return text.split(/[┋│|；;]/)
    .map((one) => labelOf(one.trim().replace(/^[A-Z][.、．]\s*/, "")))
    .filter((one) => one !== "" && !NOTHING.test(one));
}

/** Seconds out of `90秒`, `1分30秒`, `00:01:30` or a number; undefined for anything else. */
export function secondsOf(cell: string): number | undefined {
  const text = clean(cell).text.replace(/\s/g, "");
  const clock = /^(?:(\d+):)?(\d{1,2}):(\d{2})$/.exec(text);
  const words = /^(?:(\d+)(?:小时|时|h))?(?:(\d+)(?:分钟|分|min|m))?(?:(\d+(?:\.\d+)?)(?:秒|s))?$/i
    .exec(text);
  const parts = clock ?? (text === "" ? null : words);
  if (parts !== null) {
    const [hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0));
    return (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
  }
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}
