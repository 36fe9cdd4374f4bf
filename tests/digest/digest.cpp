// SPDX-License-Identifier: MIT
// Evaluations as one line: run natively and as wasm, the two lines have to be the same bytes.
//
//   junheng_digest [count]              random counties with cells of every kind, 10,000 where no count is given
//   junheng_digest file FILE…           the tables of files, by both standards
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
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
    bytes_ += bytes.size();
    ++count_;
  }
  /// False: nothing was answered, which proves nothing.
  [[nodiscard]] bool print() const {
    std::printf("junheng digest %016llx of %d evaluations, %llu bytes\n", static_cast<unsigned long long>(state_),
                count_, static_cast<unsigned long long>(bytes_));
    return bytes_ > 0;
  }

 private:
  std::uint64_t state_ = 0xCBF29CE484222325U;
  std::uint64_t bytes_ = 0;
  int count_ = 0;
};

std::string full_width(std::string_view text) {
  std::string wide;
  for (const char c : text) {
    if (c < '0' || c > '9') {
      wide += c;
      continue;
    }
    wide += "\xEF\xBC";  // U+FF10 and following
    wide += static_cast<char>(0x90 + (c - '0'));
  }
  return wide;
}

std::string grouped(const std::string& number) {
  std::string out = number;
  const std::size_t dot = out.find('.');
  for (std::size_t at = dot == std::string::npos ? out.size() : dot; at > 3;)
    out.insert(at -= 3, ",");
  return out;
}

/// The number of a cell as people write it, or what stands there where no number does.
std::string written(test::Random& random, const std::string& cell) {
  static constexpr std::array kInstead = {"",
                                          "-",
                                          "—",
                                          "/",
                                          "无",
                                          "0",
                                          "0.0",
                                          "l20",
                                          "12,3",
                                          "1.2.3",
                                          "约30",
                                          "30人",
                                          "3万",
                                          "1e3",
                                          "+7",
                                          "-5",
                                          "50%",
                                          "＃",
                                          "#N/A",
                                          "#REF!",
                                          "暂缺",
                                          "3/4",
                                          "２０",
                                          "１，２００",
                                          "00012",
                                          "12.",
                                          ".5",
                                          "1 200",
                                          "9007199254740993",
                                          "0.1234567890123456789",
                                          "2024-05-01",
                                          "\t",
                                          "\"",
                                          "１２．５",
                                          "一百二十",
                                          "=1+1",
                                          "(120)",
                                          "120.00"};
  switch (random.below(8)) {
    case 0:
      return full_width(cell);
    case 1:
      return grouped(cell);
    case 2:
      return " " + cell + "\xC2\xA0";
    case 3:
      return cell + ".0";
    case 4:
      return cell + "\xE3\x80\x80";
    case 5:
      return "'" + cell;
    default:
      return kInstead[random.index(kInstead.size())];
  }
}

/// Counties of all kinds. In every other one some cells are written otherwise, so that all readers of cells, and the
/// sentences about what they found, are part of the digest.
std::string random_table(test::Random& random) {
  test::CountyOptions options;
  options.schools = static_cast<int>(random.between(1, 14));
  options.missing_one_in = random.one_in(2) ? 0 : 30;
  test::Sheet sheet = test::sheet_of(test::random_county(random, "甲县", options));
  if (random.one_in(2)) {
    for (std::int64_t i = random.between(1, 6); i > 0; --i) {
      auto& row = sheet.rows[random.index(sheet.rows.size())];
      std::string& cell = row[random.index(row.size())];
      cell = written(random, cell);
    }
  }
  if (random.one_in(6)) random.shuffle(sheet.rows);
  return random.one_in(3) ? sheet.csv("\r\n") : sheet.tsv();
}

void add_random(Digest& digest, int count) {
  test::Random random(2017);
  for (int i = 0; i < count; ++i) {
    const bool basic = random.one_in(3);
    const test::Outcome outcome(random_table(random), basic ? test::basic() : test::quality());
    digest.add(outcome.json(random.one_in(4) ? junheng::Detail::summary : junheng::Detail::full));
  }
}

bool add_file(Digest& digest, const char* path) {
  std::ifstream file(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (!file.is_open()) {
    std::fprintf(stderr, "%s cannot be read\n", path);
    return false;
  }
  for (const junheng::Standard* standard : {&test::quality(), &test::basic()})
    digest.add(test::Outcome(text, *standard).json(junheng::Detail::full));
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  Digest digest;
  bool read = true;
  if (argc > 1 && std::string_view(argv[1]) == "file") {
    for (int i = 2; i < argc; ++i)
      read = add_file(digest, argv[i]) && read;
  } else {
    add_random(digest, argc > 1 ? std::atoi(argv[1]) : kEvaluations);
  }
  return digest.print() && read ? 0 : 1;
}
