// SPDX-License-Identifier: MIT
//
// Numbers against others that stand apart from them, in another list, sentence or table, right and wrong; and what looks like
// a fault and is none.

import assert from "node:assert/strict";
import { test } from "node:test";
import { about, found, has, hasNo } from "./checked.mjs";

test("a list that says how far two lists are from each other, in points whose unit stands once", () => {
  const text =
    "教育拨款分别为38210万元、43942万元、49654万元，比上年分别增长12.6%、15.0%、13.0%，同期财政经常性收入分别增长11.2%、13.4%、12.7%，教育拨款增长分别高出1.4个、1.6个和0.3个百分点。";
  has(text, "difference_agrees: 1.4个", "difference_agrees: 1.6个", "difference_agrees: 0.3个百分点");
  hasNo(text, /./); // and what revenue grew by is not held against what was spent
  has(text.replace("0.3个", "0.7个"), "difference_differs: 0.7个百分点");
  hasNo("小学三年分别为91%、92%、95%，初中分别为88%、90%、94%，上级平均高出1个、2个和3个百分点。", /./);
  const once = found(text.replace("0.3个", "0.7个")).filter((one) => /0\.7/.test(one));
  assert.equal(once.length, 1, "said once");
});

test("what a number was, what was rounded and what stands in brackets are of something else", () => {
  hasNo(
    "研究生学历教师由312人增加到805人，专任教师9860人，研究生学历教师占比由3.6%提高到8.2%。",
    /ratio_differs: 3\.6%/,
  );
  hasNo("在校学生61480人。新添置计算机3280台，每百名学生拥有计算机由6.1台增加到11.4台。", /quotient_differs: 6\.1/);
  hasNo("学校有1860名学生、42个班级，平均每班44.3人。", /product/);
  hasNo("自评得分93.5分，其中质量与管理19分（满分20分），高于85分的要求。", /claim/);
  has("自评得分83.5分，高于85分的要求。", "claim_differs: 83.5分");
});

test("what was before something was done about it claims nothing", () => {
  hasNo(`${about}评估时小学骨干教师差异系数为0.526，目前为0.447。`, /limit/);
  has(`${about}评估时小学骨干教师差异系数为0.447，目前为0.526。`, "limit_broken: 0.526");
  hasNo("发出问卷2,600份，收回有效问卷2,483份；其中满意1,937份、基本满意398份、不满意148份。", /sum/);
});

test("who came and who went, what a share leaves, from the least to the most", () => {
  const net = (people) => `三年招聘教师298名，其中研究生46名，占15.4%；引进骨干教师23名；退休286名，净增${people}名。`;
  has(net(35), "net_agrees: 35名");
  has(net(22), "net_differs: 22名");
  has("今年退休86名，调出12名，招聘60名，净减少38名。", "net_agrees: 38名");
  hasNo("今年招聘60名，支教12名，退休86名，净减少30名。", /net/); // whether those who teach elsewhere count is not said
  const rest = (count) => `协调解决问题156个，办结率92.3%，尚有${count}个正在推进。`;
  has(rest(12), "rest_agrees: 12个");
  has(rest(22), "rest_differs: 22个");
  hasNo("要整改24个。已完成19个，占79.2%，尚有5个正在推进。", /rest/);
  hasNo("协调解决问题156个，办结率比上年提高92.3%，新增22个。", /rest/);
  const rows =
    "学段\t甲\t乙\t丙\t丁\n小学差异系数\t0.212\t0.386\t0.295\t0.437\n初中差异系数\t0.174\t0.351\t0.362\t0.418\n";
  const span = (low) => `${rows}小学差异系数在0.212—0.437之间，初中在${low}—0.418之间。\n`;
  has(span("0.174"), "end_agrees: 0.174", "end_agrees: 0.437");
  has(span("0.147"), "end_differs: 0.147");
  hasNo(`${rows}初中去年在0.147—0.481之间。\n`, /end/);
});

test("additions of which each part has a count of its own, and what came of a change", () => {
  const sum = (total) =>
    `三年实施学校建设项目51个，总投资${total}亿元：新建学校3所，投资2.46亿元；改扩建校舍27个，投资3.12亿元；运动场提升21个，投资1.26亿元。`;
  hasNo(sum("6.84"), /./);
  has(sum("6.48"), "sum_differs: 6.48亿元");
  const step = (by) =>
    `评估时小学骨干教师差异系数为0.526；初中为0.438，接近上限。今年新评骨干教师72人，小学差异系数降到0.447，下降${by}，初中降到0.392，下降0.046。`;
  has(step("0.097"), "difference_differs: 0.097");
  hasNo(step("0.079"), /difference/);
  hasNo("教学班增加到884个，较评估时增加24个，46—55人班级减少到127个，减少87个。", /difference/);
});

test("the largest and the least against what all are said to keep", () => {
  const size = (people) =>
    `小学、初中规模均不超过2,000人，九年一贯制学校均不超过2,500人，规模最大的小学为云栖实验小学，在校生${people}人。`;
  has(size("2,136"), "claim_differs: 2,136人");
  has(size("1,936"), "claim_agrees: 1,936人");
  has(size("2,136").replace("最大的小学", "最大的九年一贯制学校"), "claim_agrees: 2,136人");
  hasNo(size("2,136").replace("小学为云栖实验小学，", "学校"), /claim/); // of which kind is not said
  has("所有班级均不超过45人，最大的一个班47人。", "claim_differs: 47人");
  has("各校生均图书均不低于25册，最少的学校生均23.6册。", "claim_differs: 23.6册");
  hasNo("今年班额均不超过45人，与去年最大的班相比减少3人。", /claim/);
});

test("a composite coefficient and its single ones, wherever they stand", () => {
  const list = (last) =>
    `小学八项差异系数依次为：生均教学及辅助用房面积0.71，生均体育运动场馆面积0.68，生均教学仪器设备值0.66，百名学生拥有计算机台数0.58，生均图书册数0.42，师生比0.44，生均高于规定学历教师数0.56，生均中级及以上专业技术职务教师数${last}。\n`;
  const of = (value) => `某县义务教育发展基本均衡自查报告\n小学综合差异系数${value}，低于0.65。\n`;
  has(of("0.585") + list("0.63"), "composite_agrees: 0.585");
  has(of("0.614") + list("0.63"), "composite_differs: 0.614");
  has(list("0.63") + of("0.614"), "composite_differs: 0.614");
  // of two lists, as of two years, one agrees; where none does nobody says which is meant
  has(list("0.63") + of("0.585") + list("0.73"), "composite_agrees: 0.585");
  hasNo(list("0.63") + of("0.614") + list("0.73"), /composite/);
  const rows = [0.71, 0.68, 0.66, 0.58, 0.42, 0.44, 0.56, 0.63]
    .map((cv, n) => `指标${n + 1}\t${cv}\t0.4${n}\n`)
    .join("");
  has(`${of("0.585")}指标\t小学\t初中\n${rows}`, "composite_agrees: 0.585");
});
