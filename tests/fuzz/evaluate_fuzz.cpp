// SPDX-License-Identifier: MIT
// Any bytes at all go through the door. With clang's -fsanitize=fuzzer only the entry point is used; as a plain
// program it runs a fixed number of seeded cases, every day, like any other test:
//
//   junheng_fuzz [cases] [seed]
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "support/counties.h"
#include "support/outcome.h"

namespace {

/// What must be true of every answer, whatever was asked. Ends the program at the first that is not.
void demand(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "fuzz: %s\n", what);
  std::abort();
}

void check(const std::string& text, const junheng::Standard& standard) {
  const test::Outcome outcome(text, standard);
  const auto& result = outcome.result;
  demand(result.counties.size() == result.roster.counties.size(), "a verdict for each county");
  demand(result.balance.size() == result.split.stages.size(), "a balance for each stage");
  demand(result.unit_verdict.size() == result.split.units.size(), "a verdict for each unit");
  demand(result.verdict == junheng::Verdict::fail || result.verdict == junheng::Verdict::unknown,
         "a table of schools alone never passes a county: other parts are not stated");
  for (const auto& issue : result.issues) {
    demand(std::size_t{issue.begin} + issue.length <= result.table.text.size(), "what was found stands in the text");
    demand(issue.column == junheng::kNoColumn || issue.column < result.table.columns.size(),
           "an issue's column exists");
  }
  for (std::size_t s = 0; s < result.balance.size(); ++s) {
    for (const auto& indicator : result.balance[s].indicators) {
      const bool known = indicator.spread.cv == indicator.spread.cv;  // not NaN
      demand(known || indicator.verdict != junheng::Verdict::pass, "no coefficient, no pass");
      demand(!known || indicator.spread.cv >= 0, "a coefficient is not negative");
    }
  }
  const std::string json = outcome.json(junheng::Detail::full);
  demand(!json.empty() && json.front() == '{' && json.back() == '}', "the answer is an object");
  demand(json.find(":nan") == std::string::npos && json.find(":inf") == std::string::npos,
         "the answer has only numbers");
}

void check_both(const std::string& text) {
  check(text, test::quality());
  check(text, test::basic());
}

std::string mutated(test::Random& random) {
  static const char* const pieces[] = {
      "\"",   "\"\"", "\t", "\n",   "\r\n",       ",", "—",    "-1",     "1e9",      "99999999999", "0",
      "\xFF", "合计", "（", "小学", "九年一贯制", "%", "万元", "０．５", "在校生数", "\xEF\xBB\xBF"};
  test::CountyOptions options;
  options.schools = static_cast<int>(random.between(1, 8));
  const auto sheet = test::sheet_of(test::random_county(random, "甲县", options));
  std::string text = random.one_in(2) ? sheet.tsv() : sheet.csv("\r\n");
  const std::uint64_t changes = random.below(12);
  for (std::uint64_t i = 0; i < changes && !text.empty(); ++i) {
    const std::size_t at = random.index(text.size());
    switch (random.below(5)) {
      case 0:
        text.erase(at, 1 + random.index(40));
        break;
      case 1:
        text.insert(at, pieces[random.index(std::size(pieces))]);
        break;
      case 2:
        text[at] = static_cast<char>(random.below(256));
        break;
      case 3:
        text.insert(random.index(text.size()), text.substr(at, 1 + random.index(80)));
        break;
      default:
        text.replace(at, 1 + random.index(6), pieces[random.index(std::size(pieces))]);
        break;
    }
  }
  return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  check_both(std::string(data, data + size));
  return 0;
}

#ifndef JUNHENG_LIBFUZZER
int main(int argc, char** argv) {
  const int cases = argc > 1 ? std::atoi(argv[1]) : 3000;
  test::Random random(argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 2012);
  for (int i = 0; i < cases; ++i) {
    if (random.one_in(10)) {
      std::string noise(random.index(400), '\0');
      for (char& c : noise)
        c = static_cast<char>(random.below(256));
      check_both(noise);
    } else {
      check_both(mutated(random));
    }
  }
  std::printf("fuzz: %d cases, no complaint\n", cases);
  return 0;
}
#endif
