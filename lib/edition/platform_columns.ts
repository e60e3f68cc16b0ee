/** Columns that survey platforms (问卷星, 腾讯问卷, 金数据, 问卷网) add to an export of their own accord. */

import { RESPONSE_ID } from "./questionnaire.ts";

/** Those that number the responses, ours first. */
export const RESPONSE_NUMBERS = [RESPONSE_ID, ...words("答卷编号 答题序号 序号 编号 答卷ID")];

/** All of them: none is a question, and none is read. */
export const PLATFORM_COLUMNS: readonly string[] = [
  ...RESPONSE_NUMBERS,
  ...words("提交答卷时间 提交时间 填写时间 开始时间 结束时间 开始答题时间 结束答题时间"),
  ...words("答题开始时间 答题结束时间 所用时间 答题时长 用时 填写时长"),
  ...words("来源 来源详情 来源渠道 分享渠道 渠道 来自IP IP IP地址 IP省份 IP城市 所在地区"),
  ...words("地理位置 地理位置国家和地区 地理位置省 地理位置市 语言 设备 浏览器 操作系统"),
  ...words("总分 得分 清洗数据结果 智能清洗数据结果 自定义字段 UA Referrer"),
  ...words("用户类型 用户ID 用户标识 昵称 微信昵称 头像 openid"),
];

function words(text: string): readonly string[] {
  return text.split(" ");
}
