// SPDX-License-Identifier: MIT
//
// Each kind of check on single sentences, right and wrong. Where a sentence is of a published report, its numbers are as
// they were printed: Yubei 2013, Dadukou 2024, Yining 2021, a speech of 2011 in Chongqing.

import assert from "node:assert/strict";
import { test } from "node:test";
import { about, arithmeticOf, check, found, has, hasNo } from "./checked.mjs";

test("counts with their ratios", () => {
  const right =
    "符合交流轮岗条件教师总数598名，实际交流轮岗教师174名，交流轮岗教师占符合交流轮岗条件教师总数的29%；交流轮岗的骨干教师47名，占交流轮岗教师总数的27%。";
  has(right, "ratio_agrees: 29%", "ratio_agrees: 27%");
  has(right.replace("29%", "31%"), "ratio_differs: 31%");
  assert.equal(arithmeticOf(right.replace("27%", "37%"), "ratio_differs"), "47名 ÷ 174名 = 27.01%");
  has("教职工7090人，其中教辅436人，占教职工比例6.1%。", "ratio_agrees: 6.1%");
  has("优质高中招生名额总数９７４人，分配名额６８５人，占比７０．３３％。", "ratio_agrees: 70.33%");
  has("优质高中招生名额总数974人，分配名额685人，占比73.33%。", "ratio_differs: 73.33%");
  // the whole begins the sentence
  has("52所小学中，有47所七项指标全部达标，达标率92.4%。", "ratio_differs: 92.4%");
  has("52所小学中，47所达标，占90.4%。", "ratio_agrees: 90.4%");
  // 7.5 平方米 is what is to be met, and no part of the schools
  const met = "52所小学中，有47所场馆面积达到7.5平方米，达标率90.4%；21所初中中，有20所达到10.2平方米，达标率95.2%。";
  has(met, "ratio_agrees: 90.4%", "ratio_agrees: 95.2%");
  has(met.replace("95.2%", "93.2%"), "ratio_agrees: 90.4%", "ratio_differs: 93.2%");
});

test("a ratio that is right of what is counted in another unit", () => {
  const text = "总投资49871.15万元，改扩建面积106508平方米。项目已竣工面积38887平方米，占总规划78%。";
  has(text, "unit_other: 78%");
  assert.equal(arithmeticOf(text, "unit_other"), "38887 ÷ 49871.15 = 77.97%");
});

test("lists of growth, shares and differences, with nothing said of the year before the first", () => {
  const text =
    "近三年财政预算内拨款分别为88720万元、121330万元、128724.71万元，预算内教育拨款增长比例分别为-3.71%、36.76%、6.09%；财政经常性收入增长比例分别为43.80%、4.07%、4.97%，预算内拨款增长高于财政经常性收入增长比例分别为-47.51%、32.69%、1.12%，基本实现了预算内拨款高于财政经常性收入增长比例。";
  has(text, "growth_first: -3.71%", "growth_agrees: 36.76%", "growth_agrees: 6.09%", "difference_agrees: 32.69%");
  has(text, "not_above: -47.51%");
  has(text.replace("36.76%", "33.76%"), "growth_differs: 33.76%");
});

test("growth from one number to another, and lists that are said to rise", () => {
  has("投入由2021年的8000万元增加到2023年的9000万元，增长12.5%。", "growth_agrees: 12.5%");
  has("投入由2021年的8000万元增加到2023年的9000万元，增长15.2%。", "growth_differs: 15.2%");
  has("教育支出达9.55亿元，比上年增加0.34亿元，增长3.69%。", "growth_agrees: 3.69%");
  // of what it came to, and not of what it was before
  const of = (rate) => `专任教师达到9,860人，比2020年的8,740人增加1,120人，增长${rate}。`;
  has(of("12.8%"), "growth_agrees: 12.8%");
  has(of("11.4%"), "growth_differs: 11.4%");
  has("巩固率从96.2%提高到98.7%，提高2.5个百分点。", "difference_agrees: 2.5个百分点");
  has("巩固率从96.2%提高到98.7%，提高3.5个百分点。", "difference_differs: 3.5个百分点");
  has("近三年生均公用经费分别为1100元、1050元、1250元，逐年增长。", "falls: 1050元");
});

test("sums with their parts, with parts of parts and other ways of counting", () => {
  has(
    "全区共有学校34所，其中小学25所，含单办小学19所、九年一贯制学校3所、十二年一贯制学校1所、小学校区2个；中学9所，含单办初中3所、九年一贯制学校3所、高完中2所、十二年一贯制学校1所。",
    "sum_agrees: 34所",
    "sum_agrees: 25所",
    "sum_agrees: 9所",
  );
  const graduates =
    "初中毕业生8709人（含内初班毕业生），其中职业高中就读3327人，升入外地职高451人；普通高中本市就读4847人，外地高中86人（含内高班）。";
  has(graduates, "sum_differs: 8709人");
  has(graduates.replace("8709", "8711"), "sum_agrees: 8711人");
  has(
    "追加教育投入8776万元，其中南岸区追加5567万元，万州区追加1205万元，沙坪坝区追加2004万元。",
    "sum_agrees: 8776万元",
  );
  has("小学教师1200人、初中教师805人，合计2050人。", "sum_differs: 2050人");
  has("全市中小学教职工7090人。专任教师6559人。中小学专职教辅工勤人员436人。", "sum_differs: 7090人");
  has("十五所小学、八所初中，共计二十三所。", "sum_agrees: 二十三所");
  hasNo("专任教师2152人，其中骨干教师698人、体育教师226人。", /sum/);
});

test("rows of a table that are called 合计", () => {
  const table = "学段\t学校数\t在校生\n小学\t20\t12,350\n初中\t9\t6,120\n合计\t29\t18,740";
  has(table, "sum_agrees: 29", "sum_differs: 18,740");
});

const items = (three) =>
  `${about}我县3项指标均达到评估标准。\n指标一：规划布局合理。\n自评结论：达标。\n指标二：建设标准统一。\n自评结论：达标。\n指标三：班额不超标。\n自评结论：${three}。`;

test("“N 项均达标” against the items below", () => {
  has(items("基本达标"), "met_not_item: 3项");
  has(items("达标"), "met_agrees: 3项");
  has(items("达标").replace("3项", "4项"), "items_differ: 4项");
  has("7项指标均已达标，1所学校生均用房面积达到评估标准85%以上。", "met_but: 均已达标");
  has("涪陵区、渝中区、江北区、长寿区等5个区接受评估。", "list_differs: 5个");
  has("涪陵区、渝中区、江北区、长寿区等4个区接受评估。", "list_agrees: 4个");
});

test("limits of the standard, which are nowhere else", () => {
  has(`${about}全县初中三年巩固率为93.4%，达到标准。`, "limit_broken: 93.4%");
  has(`${about}全县初中三年巩固率为96.4%，达到标准。`, "limit_met: 96.4%");
  has(`${about}小学生均体育运动场馆面积校际差异系数为0.53，符合要求。`, "limit_broken: 0.53");
  has(`${about}初中生均体育运动场馆面积校际差异系数为0.44，符合要求。`, "limit_met: 0.44");
  has(`${about}社会认可度达到85.6%。`, "limit_met: 85.6%");
  has(`${about}指标五：班额。超过45人的小学班级3个。\n自评结论：达标。`, "some_over: 3个");
});

test("percentages that no whole number of schools gives", () => {
  has("全县小学46所，初中14所。小学生均用房面积达标学校的比例达到92.1%。", "whole_differs: 92.1%");
  has("全县小学46所，初中14所。小学生均用房面积达标学校的比例达到91.3%。", "whole_agrees: 91.3%");
  has(
    "小学、初中岗位结构符合要求的学校比例分别达到95.7%、96.8%。小学、初中占地面积达标学校的比例分别达到87.1%、90.3%。",
    "whole_fits: 95.7%",
  );
  has("德育达标校85所，创建率达到95.5%，州级德育达标校36所，创建率达到40.45%。", "base_fits: 95.5%");
});

test("units off by 10,000", () => {
  has("增加校地80023万平方米。", "unit_size: 80023万平方米");
  has("特殊教育学生193人，生均标准6000元，共安排经费115.8万元。", "product_agrees: 115.8万元");
  has("特殊教育学生193人，生均标准6000元，共安排经费115.8元。", "product_power: 115.8元");
  has("校舍建筑面积12.5万平方米，在校学生12000人，生均校舍建筑面积10.4平方米。", "quotient_agrees: 10.4平方米");
  has("校舍建筑面积12.5万平方米，在校学生12000人，生均校舍建筑面积12.4平方米。", "quotient_differs: 12.4平方米");
  has("义务教育学校教师年平均工资收入11.2元。", "unit_size: 11.2元");
});

test("lost separators and characters", () => {
  has("校际差异率分别为0.0670.0370.1790.032。", "run_together: 0.0670.0370.1790.032");
  has("比例分别为79.6%85.9%69.2%69.1%。", "run_together: 79.6%85.9%69.2%69.1%");
  has("根据（教督〔20176号）要求。", "bracket_lost: （教督〔20176号）");
  has("标准为小学1100//年。", "slashes: 1100//年");
  has("教师5360学时培训完成率达到100%。", "squeezed: 5360学时");
  has("常住人口43.56。", "unit_lost: 常住人口43.56");
  has("社会认可度达到85^%以上。", "stray_mark: 85^%");
  has("一、基本情况\n二、主要做法\n四、存在问题", "number_jumps: 四、");
  has("20222023年调整编制。", "years_together: 20222023");
  hasNo("标准为1100元/生/年，占地103平方公里，1:1.1，2023-2024学年，10.5。", /./);
});

test("two figures for one thing, and one figure of two", () => {
  has("全县专任教师2152人。\n义务教育阶段专任教师2125人持有资格证。", "same_differs: 2125人");
  hasNo("2022年全县专任教师2152人。\n2023年全县专任教师2205人。", /same/);
  has("特殊教育学生数为193人。\n适龄残疾儿童入学194人。", "same_differs: 194人");
  has(
    "符合条件的随迁子女12350人，占全区义务教育在校生比例为28%。\n农民工随迁子女入学人数占新生入学总人数的28%。",
    "two_bases: 28%",
  );
});

test("what is said to be above something else", () => {
  has(`${about}教师年平均工资收入为157386元，当地公务员年平均工资收入134502元。`, "above_agrees: 157386元");
  has(`${about}教师年平均工资收入为127386元，当地公务员年平均工资收入134502元。`, "above_differs: 127386元");
  const retention =
    "初中毕业生数为4077人，三年前初中一年级在校生数为4023人，转入学生数为158人，死亡学生数为1人，转出学生数为103人，初中三年巩固率为101.3%。";
  has(about + retention, "above_all: 101.3%");
  assert.equal(arithmeticOf(about + retention, "above_all"), "4077人 ÷ (4023人 + 158人 − 103人 − 1人) = 100.00%");
  has("专任教师800人，其中持证教师812人。", "part_above: 812人");
});

test("what a sentence claims of its own numbers", () => {
  has("交流的骨干教师31人，占交流人数的18%，高于20%的规定要求。", "claim_differs: 18%");
  has("骨干教师占交流人数的22%，高于20%的规定要求。", "claim_agrees: 22%");
  has("校际差异率小学为0.11、0.09，初中为0.13、0.18，均在0.15以内。", "claim_differs: 0.18", "claim_agrees: 0.13");
  has("教师平均年收入13.2万元，比公务员的12.9万元高0.5万元。", "difference_differs: 0.5万元");
  has("核定编制4860名，实有教师4732名，空编138名。", "difference_differs: 138名");
  hasNo("所有差异系数，小学均小于或等于0.50、初中均小于或等于0.45。", /claim/);
  hasNo("确保每100名学生拥有教师数不低于4.2人。", /claim/);
});

test("numbers as they are spoken: tenths, and money and areas in numerals", () => {
  has("指标到校的比例达到六成五，即3900个名额中分配了2340个。", "ratio_differs: 六成五");
  has("毕业生4700人，升学4230人，升学率达九成。", "ratio_agrees: 九成");
  has("上级资金三千六百万元，县级配套一千九百万元，两项共计五千六百万元。", "sum_differs: 五千六百万元");
  has("新增运动场九万八千万平方米。", "unit_size: 九万八千万平方米");
  has("拨款由四亿二千万元增加到四亿五千万元，增长百分之七点一。", "growth_agrees: 百分之七点一");
});

test("means, products and shares, with what they are of said elsewhere", () => {
  const pupils = "在校学生36480人。小学24150人，初中12330人。\n";
  has(`${pupils}图书109.4万册，生均30册。`, "quotient_agrees: 30册");
  has(`${pupils}图书109.4万册，生均40册。`, "quotient_differs: 40册");
  has("过去五年累计投入63.9亿元，年均投入14.78亿元。", "quotient_differs: 14.78亿元");
  has("购置计算机2400台，单价4200元，总金额1080万元。", "product_differs: 1080万元");
  has("教师2736人。30岁以下408人（15%）、31至45岁1204人（44%）、46岁以上1134人（41%）。", "sum_differs: 2736人");
  has("生均公用经费小学1250元、初中1450万元。", "same_power: 1450万元");
  has("满意率家长94.1%、学生9.63%、社区代表90.7%。", "point_moved: 9.63%");
});

test("what a reader would ask about, though nothing is wrong with the sum", () => {
  has(
    "学校34所，其中小学25所，含单办小学22所、九年一贯制学校3所；中学9所，含单办初中6所、九年一贯制学校3所。",
    "counted_twice: 34所",
  );
  has(`${about}2022年市级义务教育质量监测中，校际差异率为0.11。`, "monitoring_other: 市级义务教育质量监测");
  has("落实校方责任保险，校方责任保险达标率100%，2020年投保率达到97%。", "same_differs: 97%");
  const basic =
    "某县义务教育基本均衡发展自查报告\n小学差异系数分别为0.3636、1.2059、0.5141、0.3542、0.0994、0.3860、0.4083、0.4718。";
  has(basic, "single_over: 1.2059");
});

test("lines that a page broke are joined, and every place leads to its text", () => {
  const lines = [
    "全县现有义务教育阶段学校四十二所，在校学生三万二千一百",
    "人，专任教师2 152 人，其中持有教师资格证书的专任教师",
    "2152人，占专任教师总数的比例为百分之一百，没有无证上岗",
    "的情况，各学校都按照国家课程方案开齐开足全部的课程。",
  ];
  const report = check(lines.join("\n"));
  assert.equal(report.paragraphs.length, 1);
  for (const { place, sentence } of report.findings) {
    assert.ok(report.text.slice(place.start, place.end).length > 0);
    assert.ok(sentence.includes(report.text.slice(place.start, place.end)));
  }
  assert.ok(report.figures.some((one) => one.text === "三万二千一百人" || one.value.n === 32100n));
});

test("what a sound report says is not contradicted, and the same with a fault is", () => {
  // 其中小学 is no 中小学: the parts of 教学班 are of their stages
  const classes = "学生85750人，其中小学58436人、初中27314人；教学班1940个，其中小学1352个、初中588个，";
  has(`${classes}平均班额小学43.2人、初中46.5人。`, "quotient_agrees: 46.5人");
  has(`${classes}平均班额小学43.2人、初中49.5人。`, "quotient_differs: 49.5人");
  const teachers = "学生85750人，其中小学58436人、初中27314人。专任教师5914人，其中小学3520人、初中2394人，";
  has(`${teachers}师生比分别为1:16.6和1:11.4。`, "quotient_agrees: 1:16.6", "quotient_agrees: 1:11.4");
  has(`${teachers}师生比分别为1:16.6和1:12.4。`, "quotient_differs: 1:12.4");
  // one lead of several indicators
  const several =
    "优质均衡：小学每百名学生拥有高于规定学历教师4.86人、县级以上骨干教师1.08人、体育艺术专任教师0.97人。";
  assert.deepEqual(found(several, "differ"), []);
  has(several.replace("1.08", "0.88"), "limit_broken: 0.88人");
  // how much it rose is not what is higher
  const points = "合计92.5分，比上年的90分提高2.5分，高于85分的要求。";
  has(points, "claim_agrees: 92.5分");
  has(points.replace("85分", "95分"), "claim_differs: 92.5分");
  // paid to all of them by so much for each; and all pupils are not those of a kind
  const paid = "资助困难学生2314人，按每人1250元的标准发放289.25万元。留守儿童1876人，占学生总数的4%。";
  assert.deepEqual(found(paid, "differ"), []);
  assert.deepEqual(found("优质均衡：有3所小学在校生超过2000人，分别为2146人、2085人和2032人。", "differ"), []);
  assert.deepEqual(found("投入4.2亿元，其中新建学校2所1.6亿元、改扩建9所1.85亿元、更新设备0.75亿元。", "differ"), []);
});

test("what stands in tables, with tabs, blanks or bars, on either side", () => {
  const rows = ["学段 学校数 达标学校数 达标率", "小学 43 42 97.7%", "初中 20 18 90.0%", "合计 63 60 95.2%"];
  has(rows.join("\n"), "ratio_agrees: 97.7%");
  has(rows.join("\n").replace("90.0%", "92.0%"), "ratio_differs: 92.0%");
  const turned =
    "项目\t小学\t初中\t合计\n在校生数\t3276\t1638\t4914\n专任教师数\t200\t126\t326\n生师比\t16.4\t14.0\t15.1";
  has(turned, "ratio_differs: 14.0");
  has(
    `${about}校际差异系数\n指标\t小学\t初中\n骨干教师\t0.48\t0.46\n图书\t0.31\t0.28`,
    "limit_broken: 0.46",
    "limit_met: 0.48",
  );
});

test("means beside their parts, those who leave, and prices by the month", () => {
  has("综合得分最低87.5分，最高98.2分，平均99.1分。", "mean_outside: 99.1分");
  has("综合得分最低87.5分，最高98.2分，平均93.1分。", "mean_inside: 93.1分");
  const flow = "专任教师比上年净增118人，其中新招聘263人、调入34人，退休调出179人。";
  has(flow, "sum_agrees: 118人");
  has(flow.replace("118", "128"), "sum_differs: 128人");
  const paid = "乡村教师补助按每人每月800元发放，惠及1306人，全年发放1253.76万元。";
  has(paid, "product_agrees: 1253.76万元");
  has(paid.replace("万元", "元"), "product_power: 1253.76元");
});

test("what is left, how far and in which place, in whatever words", () => {
  const posts = "核定教职工编制4420名，实有在编4386名，空余编制34名。";
  has(posts, "difference_agrees: 34名");
  has(posts.replace("34名", "44名"), "difference_differs: 44名");
  const kept = "原有小规模学校34所，通过撤并16所、改办5所、合并办学6所，目前保留7所。";
  has(kept, "difference_agrees: 7所");
  has(kept.replace("7所", "8所"), "difference_differs: 8所");
  has("现有学生2460人，超出2000人上限560人。", "difference_differs: 560人");
  has("有3所超过2000人，分别为2120人、2245人、2410人，三校共超规模675人。", "difference_differs: 675人");
  has("全省排名由第38位升至第17位，前移20位。", "difference_differs: 20位");
  has("全省排名由第38位升至第17位，前移21位。", "difference_agrees: 21位");
  has("对照32项指标，达到要求的28项，未达到要求的5项。", "sum_differs: 32项");
  has("平均年龄47.2岁，比全县教师平均年龄41.5岁大6.7岁。", "difference_differs: 6.7岁");
  // what is far from all of them is of something else
  hasNo("教师4102人，骨干教师698人，比上年增加47人。", /./);
  hasNo("46至55人的班级65个，占全县1260个教学班的5.2%，学生54180人，平均班额43人。", /./);
});

test("rates of sums, steps of two stages, and what should be there", () => {
  const graded = "有效样本4200个，其中非常满意2310个、满意1638个、一般189个、不满意63个，满意率为94.0%。";
  has(graded, "ratio_agrees: 94.0%");
  has(graded.replace("94.0%", "95.0%"), "ratio_differs: 95.0%");
  hasNo("公办义务教育学校48所、民办义务教育学校7所，公办学校占比87.3%。", /./);
  const moved = "全县学校83所。达标学校由61所增加到78所，达标率由73.5%提高到94.0%。";
  has(moved, "ratio_agrees: 73.5%", "ratio_agrees: 94.0%");
  has(moved.replace("94.0%", "91.0%"), "ratio_differs: 91.0%");
  has(
    "小学由7.1平方米提高到7.6平方米、初中由9.8平方米提高到10.4平方米，分别提高0.5平方米和0.8平方米。",
    "difference_differs: 0.8平方米",
  );
  has("小学生1240人，每人1000元；初中生860人，每人1250元，合计资助241.5万元。", "product_differs: 241.5万元");
  has("应配音乐教室58间、实配61间；应配美术教室58间、实配56间，全部满足要求。", "claim_differs: 56间");
  has("最多的小学1986人，最多的初中2044人，均未超过2000人。", "claim_differs: 2044人", "claim_agrees: 1986人");
});

test("what a text says of a table", () => {
  const table =
    "指标\t2021年\t2022年\t2023年\n专任教师（人）\t3286\t3394\t3481\n骨干教师（人）\t427\t496\t557\n教育支出（亿元）\t7.62\t8.04\t8.47\n";
  has(`${table}2023年教育支出比2022年增长5.3%，比2021年增长12.2%。`, "growth_agrees: 5.3%", "growth_differs: 12.2%");
  has(
    `${table}骨干教师占专任教师的比例由2021年的13.0%提高到2023年的17.0%。`,
    "ratio_agrees: 13.0%",
    "ratio_differs: 17.0%",
  );
  const rows = "县区\t学校数\t整改率\n东山县\t86\t87.5%\n西河县\t92\t80.6%\n北泽县\t78\t74.1%\n";
  has(`${rows}整改率最低的是西河县（74.1%）。`, "same_differs: 74.1%");
  has(`${rows}整改率最低的是北泽县（74.1%）。`, "same_agrees: 74.1%");
});

test("relations in wordings that no check knows: a slip of the pen is held against what arithmetic finds", () => {
  const pupils = "在校学生57960人，其中小学38642人、初中19318人，专任教师3984人。";
  has(`${pupils}每名教师平均负担学生16.5名。`, "quotient_differs: 16.5名");
  has(`${pupils}每名教师平均负担学生14.5名。`, "quotient_agrees: 14.5名");
  // a total behind its mean, and a mean that is no slip of one digit
  has("县城9所小学校均1542人，在校生达到11286人。", "quotient_differs: 1542人");
  hasNo("县城9所小学校均1254人，在校生达到11286人。", /./);
  const spent = "财政拨款较上一年度的9.94亿元多安排0.68亿元，增幅";
  has(`${spent}8.6%。`, "growth_differs: 8.6%");
  has(`${spent}6.8%。`, "growth_agrees: 6.8%");
  const years = "投入依次是6.34亿元、6.81亿元、7.29亿元、7.86亿元、8.42亿元，2023年比2019年净增";
  has(`${years}2.80亿元。`, "difference_differs: 2.80亿元");
  has(`${years}2.08亿元。`, "difference_agrees: 2.08亿元");
  // two lists of one whole
  const lists = "专任教师3386人，按学历分，研究生542人、本科2673人、专科171人；按年龄分，青年1287人、中年1024人、老年";
  has(`${lists}1175人。`, "sum_differs: 3386人");
  hasNo(`${lists}1075人。`, /./);
  // of the numbers of a table, whose rows are years
  const table =
    "年度\t在校生（人）\t校舍面积（万平方米）\t教育支出（亿元）\n2021\t48104\t41.3\t7.72\n2022\t49722\t43.8\t8.26\n2023\t51236\t46.1\t8.91\n";
  has(
    `${table}三年来校舍面积增加5.8万平方米，教育支出2023年增幅8.7%。`,
    "difference_differs: 5.8万平方米",
    "growth_differs: 8.7%",
  );
  has(
    `${table}三年来校舍面积增加4.8万平方米，教育支出2023年增幅7.9%。`,
    "difference_agrees: 4.8万平方米",
    "growth_agrees: 7.9%",
  );
  has(`${table}2023年生均校舍面积8.0平方米。`, "quotient_differs: 8.0平方米");
});

test("what a relation holds exactly clears what was taken for something else", () => {
  hasNo("核查的13所学校中，数据完全一致的12所，不一致的1所，数据准确率92.3%。", /./);
  hasNo("入学率97.6%（应入学124人，已入学121人），体质健康合格率96.8%，较上年提高1.2个百分点。", /./);
  hasNo("有义务教育学校45所，比上年增加2所；其中公办39所，民办6所。", /./);
  hasNo("50岁以上的603名；音乐、体育、美术教师分别为96名、158名、82名，合计336名。", /./);
  hasNo("公用经费4,120万元，支出4,860万元，在校生达到11,286人。", /./);
  hasNo("校舍22.52万平方米，生均4.6平方米；初中14.22万平方米，生均5.8平方米。", /power/);
});

test("what an item is of stands in its heading", () => {
  const item = (mean) => `${about}指标5：生均体育运动场馆面积。小学生均${mean}平方米，初中生均10.45平方米。`;
  has(item("7.32"), "limit_broken: 7.32平方米");
  has(item("7.82"), "limit_met: 7.82平方米", "limit_met: 10.45平方米");
});

test("hostile and empty texts give nothing and take no time", () => {
  for (const text of [
    "",
    "\n\n",
    "%",
    "占%",
    "0.".repeat(20_000),
    "（".repeat(20_000),
    "1、".repeat(20_000),
    "1人，其中".repeat(2000),
  ]) {
    const begin = process.cpuUsage();
    check(text);
    const { user } = process.cpuUsage(begin);
    assert.ok(user < 20_000_000, `${text.slice(0, 10)}: ${user}`);
  }
});

test("in a list of sixty schools the one quotient that is wrong is found", () => {
  const rows = Array.from({ length: 60 }, (_, i) => {
    const [pupils, teachers] = [400 + 37 * i, 20 + i];
    const ratio = (pupils / teachers + (i === 41 ? 1 : 0)).toFixed(2);
    return [`第${i + 1}小学`, pupils, teachers, ratio].join("\t");
  });
  const text = ["表1 各校师资情况", "学校\t学生数\t教师数\t生师比", ...rows].join("\n");
  assert.deepEqual(found(text, "differ"), ["ratio_differs: 32.43"]);
});

test("texts that no report has take no time: runs, lines without an end, rows of thousands of cells", () => {
  const length = 20_000;
  const of = (text) => text.repeat(Math.ceil(length / text.length)).slice(0, length);
  for (const text of [
    "1",
    "1,",
    "a1",
    "1%",
    "1.1.",
    "（1人",
    "12\t",
    "|1|2|3|\n",
    "小学 12 13\n",
    "学",
    "生均1元，",
    "小学、初中分别为1人、2人，",
  ]) {
    const begun = process.cpuUsage();
    const { text: read } = check(of(text));
    const { user } = process.cpuUsage(begun);
    assert.ok(user < 6e6, `${text}: ${user / 1e6} s`);
    assert.ok(read.length > 0);
  }
});

test("a line that is longer than a paragraph is parted behind a sentence, and all of it is checked", () => {
  const line = `学校34所，其中小学25所、初中8所。${"各校都按规定办学，没有其他情况要说明。".repeat(100)}`;
  assert.deepEqual(found(line.repeat(3), "differ").length, 3);
});
