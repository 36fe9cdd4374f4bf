// SPDX-License-Identifier: MIT
// 10,000 random evaluations as one line: run natively and as wasm, the two lines have to be the same bytes.
//
//   junheng_digest [count]
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "support/counties.h"
#include "support/outcome.h"

namespace {

constexpr int kEvaluations = 10000;

/// FNV-1a: any change of any byte of any answer changes the line. Written out, as the generator is.
class Digest {
 public:
  void add(std::string_view bytes) {
    for (const char c : bytes)
      state_ = (state_ ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  }
  [[nodiscard]] std::uint64_t value() const { return state_; }

 private:
  std::uint64_t state_ = 0xCBF29CE484222325U;
};

/// Counties of all kinds, now and then with a fault in the text, so that sentences are part of the digest too.
std::string random_table(test::Random& random) {
  test::CountyOptions options;
  options.schools = static_cast<int>(random.between(1, 14));
  options.missing_one_in = random.one_in(2) ? 0 : 30;
  test::Sheet sheet = test::sheet_of(test::random_county(random, "甲县", options));
  if (random.one_in(4)) {
    auto& row = sheet.rows[random.index(sheet.rows.size())];
    row[random.index(row.size())] = random.one_in(2) ? "l20" : "12,3";
  }
  return random.one_in(3) ? sheet.csv("\r\n") : sheet.tsv();
}

}  // namespace

int main(int argc, char** argv) {
  const int count = argc > 1 ? std::atoi(argv[1]) : kEvaluations;
  test::Random random(2017);
  Digest digest;
  std::uint64_t bytes = 0;
  for (int i = 0; i < count; ++i) {
    const bool basic = random.one_in(3);
    const test::Outcome outcome(random_table(random), basic ? test::basic() : test::quality());
    const std::string json = outcome.json(random.one_in(4) ? junheng::Detail::summary : junheng::Detail::full);
    digest.add(json);
    bytes += json.size();
  }
  std::printf("junheng digest %016llx of %d evaluations, %llu bytes\n", static_cast<unsigned long long>(digest.value()),
              count, static_cast<unsigned long long>(bytes));
  return bytes > 0 ? 0 : 1;
}
