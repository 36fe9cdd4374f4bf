// SPDX-License-Identifier: MIT
// Standards of one's own that are too deep, too large or too many: refused with what and where.
#include <gtest/gtest.h>

#include <string>

#include "junheng/junheng.h"

namespace {

using junheng::Library;

std::string first_fault(const std::string& json) {
  Library library = junheng::load_library();
  const auto faults = library.add(json);
  if (faults.empty()) return {};
  EXPECT_LE(faults.size(), junheng::kMostFaults);
  EXPECT_LT(junheng::faults_json(faults, library).size(), 100'000U);
  return faults.front().path + " " + faults.front().accepted;
}

TEST(StandardBounds, DeepAndLargeOnesAreRefused) {
  constexpr std::size_t kDeep = 10'000;
  EXPECT_EQ(first_fault(std::string(kDeep, '[') + std::string(kDeep, ']')), " JSON that is nested at most 256 deep");
  EXPECT_EQ(first_fault(R"({"id":"x","title":)" + std::string(kDeep, '[')), " JSON that is nested at most 256 deep");
  EXPECT_EQ(first_fault(R"({"id":")" + std::string(10'000'000, 'x') + "\"}"), " a file of at most 4 MB");
  EXPECT_EQ(first_fault(std::string(10'000'000, ' ')), " a file of at most 4 MB");
  EXPECT_EQ(first_fault(std::string(1000, '[')), " JSON that is nested at most 256 deep");
  EXPECT_EQ(first_fault("[[]]"), " a JSON object") << "what is only no standard is said to be none";
}

TEST(StandardBounds, FaultsAreCountedAndCut) {
  std::string keys = R"({"id":"my-county","parent":"quality-2017","title":{"zh":"本县","en":"Own"},)"
                     R"("document":{"zh":"本县","en":"Own"})";
  for (int i = 0; i < 3000; ++i)
    keys += ",\"key" + std::to_string(i) + std::string(500, 'k') + "\":1";
  EXPECT_NE(first_fault(keys + "}"), "");
}

TEST(StandardBounds, ATitleIsNoBook) {
  const std::string rest = R"("document":{"zh":"本县","en":"Own"}})";
  const auto titled = [&](std::size_t length) {
    return first_fault(R"({"id":"my-county","parent":"quality-2017","title":{"zh":")" + std::string(length, 't') +
                       R"(","en":"Own"},)" + rest);
  };
  EXPECT_EQ(titled(4000), "");
  EXPECT_EQ(titled(4001), "/title/zh a text of at most 4000 bytes");
}

TEST(StandardBounds, NoMoreThanAHundredAreLoadedAtOnce) {
  Library library = junheng::load_library();
  const auto own = [](std::size_t number) {
    return R"({"id":"my-county-)" + std::to_string(number) +
           R"(","parent":"quality-2017","title":{"zh":"本县","en":"Own"},"document":{"zh":"本县","en":"Own"}})";
  };
  for (std::size_t i = library.standards.size(); i < junheng::kMostStandards; ++i)
    ASSERT_TRUE(library.add(own(i)).empty()) << i;
  EXPECT_EQ(library.add(own(1000)).front().accepted, "at most 100 standards at once");
  EXPECT_TRUE(library.add(own(50)).empty()) << "the same one again takes its own place";
}

}  // namespace
