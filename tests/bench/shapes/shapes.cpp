// SPDX-License-Identifier: MIT
// Time and memory of the core on texts of 1, 10 and 100 MB: tables as people have them, and shapes that only somebody
// hostile writes. What a megabyte costs must not grow with their number.
//
//   bench_shapes [-m MEGABYTES]… [SHAPE…]      all shapes and 1, 10 and 100 MB unless named
//
// Each line is a process of its own: shape, MB, seconds, seconds a MB, and the most memory it had (the text that was
// handed in and all copies of it included) as a multiple of the text.

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "junheng/junheng.h"

namespace {

constexpr std::size_t kMega = 1'000'000;
constexpr unsigned kPatience = 900;  // seconds; then the process is ended
using Make = std::function<std::string(std::size_t)>;

/// `start`, and `piece` again and again, with the number of each where it has a '#'.
std::string repeated(std::size_t bytes, const std::string& start, const std::string& piece) {
  std::string text;
  text.reserve(bytes + start.size() + 2 * piece.size() + 64);
  text = start;
  for (std::size_t i = 0; text.size() < bytes; ++i) {
    for (const char c : piece) {
      if (c == '#')
        text += std::to_string(i);
      else
        text += c;
    }
  }
  return text;
}

Make repeating(std::string start, std::string piece) {
  return [=](std::size_t bytes) { return repeated(bytes, start, piece); };
}

std::string many(std::string_view piece, std::size_t times) {
  std::string text;
  while (times-- > 0)
    text += piece;
  return text;
}

const std::string kHeader =
    "区县\t学校名称\t学校类型\t在校生数\t高于规定学历教师数\t县级以上骨干教师数\t教学及辅助用房面积（㎡）\t教学仪器设备"
    "值（万元）\n";
const std::string kTags = "<html><body><table border=0 cellpadding=0 style='border-collapse:collapse'>";

struct Shape {
  const char* name;
  Make make;
  std::string sheet = {};
};

std::vector<Shape> shapes() {
  const std::string mess =
      "甲县2023年义务教育学校情况\n填表单位：教育局\n序号\t学校名称\t在校生数\t专任教师\t\t面积\t\n\t\t\t计\t骨干教师\t"
      "教学及辅助用房\t体育馆\n"
      "一、小学\n";
  return {
      // as people have them
      {"tsv", repeating(kHeader, "甲县\t第#小学\t小学\t45#\t21.5\t7\t3456.75\t1.2\n")},
      {"csv", repeating("学校名称,学校类型,在校生数,图书册数,备注\r\n",
                        "\"第#小学, 东校区\",小学,\"1,245\",3000,\"称\"\"示范\"\"校\"\r\n")},
      {"html",
       repeating(kTags + "<tr><td>学段<td>学校名称<td>在校生数<td>图书册数</tr>",
                 "<tr height=18 style='height:13.5pt'><td rowspan=2 class=xl65>小学</td><td class=xl66 "
                 "width=72>第#小学</td><td class=xl67 align=right x:num=\"45\">45</td><td x:num>1,200</td></tr>\n"
                 "<tr height=18><td class=xl66>第#二小</td><td class=xl67>37</td><td>900</td></tr>\n")},
      {"messy", repeating(mess,
                          "1\t第#小学\t45\t7\t3\t1200㎡\t—\n2\t第#二小\t约45\t8\t3\t950\t\n合计\t\t90\t15\t6\t2150\t\n"
                          "注：本表由学校填报\n…\t…\t…\n二、初中\n1\t第#中学\t450\t33\t9\t3100\t100\n")},
      {"pages",
       repeating("",
                 "丙县小学情况表\n学校名称\t在校生数\t图书册数\n第#小学\t45\t900\n第#二小\t37\t700\n合计\t82\t1600\n")},
      {"sheets", repeating("学校名称\t在校生数\n", "第#小学\t45\n"), "小学"},
      // hostile
      {"huge-cell", repeating("学校名称\t在校生数\n", "的学生")},
      {"huge-digits", repeating("学校名称\t在校生数\n甲\t", "1.5,7")},
      {"wide-lines", repeating("", many("名\t", 19'999) + "x\n")},
      {"wide-new", repeating("", many("名#\t", 19'999) + "x\n")},
      {"one-line", repeating("", "1\t")},
      {"parents", repeating("长长的名字" + many("\t", 19'999) + "\n", many("面\t", 19'999) + "x\n")},
      {"newlines", repeating("x", "\n")},
      {"carriage", repeating("学校名称\t在校生数\r", "x\t1\r")},
      {"letters", repeating("", "x\n")},
      {"marks", repeating("学校名称\t在校生数\n甲\t1\n", "—\t—\n")},
      {"brackets", repeating("", "<")},
      {"tables", repeating("", "<table>")},
      {"nested", repeating("", "<table><tr><td>甲")},
      {"cells", repeating("<table>", "<td>")},
      {"rows", repeating("<table>" + many("<td rowspan=65534 colspan=1000>甲", 30), "<tr>")},
      {"spans", repeating("<table>", "<tr><td rowspan=65534 colspan=1000>甲")},
      {"open-tags", repeating("<table>", "<a =\"")},
      {"comments", repeating("<table>", "<!-- <script>")},
      {"quote", repeating("学校名称\t在校生数\n\"甲\t1\n", "乙\t1\n")},
      {"quotes", repeating("学校名称\t在校生数\n", "a\"b\t\"c\n")},
      {"doubled", repeating("学校名称\t在校生数\n", "\"\"\"\"\"#\"\t1\n")},
      {"headers", repeating("", "学校名称\t在校生数\n")},
      {"turns", repeating("", "学校\t人数\n学校\t图书册数\n")},
      {"blocks", repeating("", "学校\t人数\t列#\n甲#\t1\t2\n")},
      {"joined", repeating("", "学校\t人数\n甲\t1\n学校\t图书册数\n甲\t2\n")},
      {"aside", repeating("学校\t人数\n甲\t1\n", "人数\t图书册数\n1\t2\n人数\t专任教师数\n1\t2\n")},
      {"words", repeating("", "第#小学\t东风镇\t好\n")},
      {"new-words", repeating("学校名称\t在校生数\n甲\t1\n", "第#小学\t东风镇#\t教师#\t#面积\t#本科及以上学历教师\n")},
      {"one-cell", repeating("学校名称\t在校生数\n甲\t1\n", "第#句话没有数\n")},
      {"groups", repeating("学校名称\t在校生数\n甲\t1\n", "小学\n初中\n")},
      {"not-numbers", repeating("学校名称\t在校生数\n", "甲\tx\n")},
      {"control", repeating("", "\x1C")},
      {"counties", repeating("区县\t学校\t类型\t人数\n", "#县\t甲\t小学\t1\n")},
      {"held", repeating("学段\t学校名称\t在校生数\n" + many("长", 90'000) + "\t甲\t1\n", "\t乙#\t1\n")},
  };
}

std::size_t peak_bytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<std::size_t>(usage.ru_maxrss) * 1024;
}

void run(const Shape& shape, std::size_t megabytes) {
  const junheng::Library library = junheng::load_library();
  const std::size_t base = peak_bytes();
  std::string text = shape.make(megabytes * kMega);
  const auto size = static_cast<double>(text.size());
  const std::clock_t start = std::clock();
  std::vector<junheng::SourceText> sources(1);
  sources.front() = {{}, shape.sheet, std::move(text)};
  const auto evaluation = junheng::evaluate(std::move(sources), *library.standard("basic-2012"), library.vocabulary);
  const std::string answer = junheng::evaluation_json(evaluation, library, junheng::Detail::summary);
  const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  std::printf("%-12s %4zu MB %8.2f s %8.3f s/MB %7.1f x\n", shape.name, megabytes, seconds, seconds * kMega / size,
              static_cast<double>(peak_bytes() - base) / size);
  std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::size_t> sizes;
  std::vector<std::string> names;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "-m" && i + 1 < argc)
      sizes.push_back(std::strtoull(argv[++i], nullptr, 10));
    else
      names.push_back(word);
  }
  if (sizes.empty()) sizes = {1, 10, 100};
  for (const Shape& shape : shapes()) {
    if (!names.empty() && std::find(names.begin(), names.end(), shape.name) == names.end()) continue;
    for (const std::size_t megabytes : sizes) {
      std::fflush(stdout);
      const pid_t child = fork();
      if (child == 0) {
        alarm(kPatience);
        run(shape, megabytes);
        _exit(0);
      }
      int status = 0;
      waitpid(child, &status, 0);
      if (status != 0) std::printf("%-12s %4zu MB ended with status %d\n", shape.name, megabytes, status);
    }
  }
  return 0;
}
