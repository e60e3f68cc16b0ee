/** A questionnaire of five responses, small enough to count by eye. */
import type { Codebook } from "lib/edition/questionnaire.ts";
import { Frame } from "lib/table/frame.ts";
import type { Response, Survey } from "lib/edition/survey.ts";
import { question } from "./question.ts";

const TASTE = ["很香", "较香", "还行", "偏淡", "难吃"];
const PRICE = ["很值", "较值", "还行", "偏贵", "太贵"];

const eats = [{ code: "C1", wanted: false, options: ["不去"] }];

const codebook: Codebook = {
  file: "canteen.codebook.csv",
  questions: [
    question({
      code: "C1",
      kind: "单选",
      options: ["南苑", "北苑", "不去"],
      figure: "图1",
      item: "食堂",
    }),
    question({
      code: "C2",
      kind: "多选",
      options: ["面", "饭", "饺子"],
      routing: eats,
      figure: "图2",
    }),
    question({
      code: "C3",
      kind: "量表",
      options: TASTE,
      routing: eats,
      figure: "图3",
      item: "味道",
    }),
    question({
      code: "C4",
      kind: "量表",
      options: TASTE,
      routing: eats,
      figure: "图4",
      item: "汤",
    }),
    question({
      code: "C5",
      kind: "量表",
      options: PRICE,
      routing: eats,
      figure: "图4",
      item: "价格",
    }),
  ],
};

const response = (id: string, ...answers: readonly (string | null)[]): Response =>
  Object.fromEntries([["问卷编号", id], ...answers.map((answer, i) => [`C${i + 1}`, answer])]);

/** Four of five eat; one of the four leaves C5 out. */
export const CANTEEN: Survey = {
  codebook,
  responses: Frame.fromRows<Response>([
    response("一", "南苑", "面┋饺子", "很香", "很香", "太贵"),
    response("二", "北苑", "饺子", "较香", "难吃", "太贵"),
    response("三", "不去", null, null, null, null),
    response("四", "北苑", "饭┋饺子", "偏淡", "还行", null),
    response("五", "北苑", "饭", "还行", "还行", "很值"),
  ], ["问卷编号", "C1", "C2", "C3", "C4", "C5"]),
};
