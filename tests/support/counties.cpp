// SPDX-License-Identifier: MIT
#include "counties.h"

namespace test {
namespace {

const char* type_word(oracle::Kind kind) {
  switch (kind) {
    case oracle::Kind::primary:
      return "小学";
    case oracle::Kind::middle:
      return "初中";
    case oracle::Kind::nine_year:
      return "九年一贯制";
    case oracle::Kind::twelve_year:
      return "十二年一贯制";
    case oracle::Kind::complete_secondary:
      return "完全中学";
    case oracle::Kind::teaching_point:
      return "教学点";
    case oracle::Kind::special:
      return "特殊教育学校";
  }
  return "";
}

/// An amount around what the threshold asks for: most schools meet it, some are near, some fail, a few have nothing.
oracle::Amount random_amount(Random& random, const oracle::Rule& rule, int stage, std::int64_t pupils,
                             const CountyOptions& options) {
  if (options.missing_one_in != 0 && random.one_in(options.missing_one_in)) return std::nullopt;
  if (random.one_in(60)) return 0;
  const std::int64_t percent = random.one_in(6) ? random.between(40, 110) : random.between(98, 190);
  const std::int64_t asked = rule.threshold[static_cast<std::size_t>(stage)] / rule.per;
  const std::int64_t amount = asked * pupils / 100 * percent;
  // teachers and rooms are whole; areas and money have two decimals
  const bool whole = rule.per == 100;
  const std::int64_t step = whole ? oracle::kUnit : oracle::kUnit / 100;
  return (amount / step + 1) * step;
}

oracle::School random_school(Random& random, int number, const std::string& county, const CountyOptions& options) {
  using oracle::Kind;
  oracle::School school;
  school.name = "第" + std::to_string(number) + "学校";
  school.county = county;
  const std::uint64_t draw = random.below(options.odd_kinds ? 12 : 8);
  school.kind = draw < 5     ? Kind::primary
                : draw < 8   ? Kind::middle
                : draw < 10  ? Kind::nine_year
                : draw == 10 ? (random.one_in(2) ? Kind::twelve_year : Kind::complete_secondary)
                             : (random.one_in(3) ? Kind::special : Kind::teaching_point);
  const auto weight = oracle::weights(school.kind);
  std::int64_t all = 0;
  for (std::size_t s = 0; s < 3; ++s) {
    if (weight[s] == 0) continue;
    const std::int64_t pupils = school.kind == Kind::teaching_point ? random.between(20, 90) : random.between(1, 2600);
    school.pupils[s] = random.one_in(80) ? oracle::Amount(0) : oracle::Amount(pupils);
    all += *school.pupils[s];
  }
  const bool several = (weight[0] != 0) + (weight[1] != 0) + (weight[2] != 0) > 1;
  const int main_stage = weight[0] != 0 ? 0 : 1;
  for (std::size_t r = 0; r < oracle::kResources; ++r) {
    const oracle::Rule& rule = oracle::kRules[r];
    if (several && rule.per_stage && !random.one_in(4)) {
      for (std::size_t s = 0; s < 3; ++s) {
        if (weight[s] != 0) {
          school.of_stage[r][s] = random_amount(random, rule, s == 0 ? 0 : 1, *school.pupils[s], options);
        }
      }
    } else {
      school.whole[r] = random_amount(random, rule, main_stage, all, options);
    }
  }
  return school;
}

/// The amount as a person types it; how "missing" is written varies from row to row.
std::string cell(const oracle::Amount& amount, std::int64_t unit, std::size_t row) {
  static const std::vector<std::string> missing = {"", "—", "无", "/"};
  if (!amount) return missing[row % missing.size()];
  return *amount % unit == 0 ? digits(*amount / unit) : digits(*amount, 4);
}

}  // namespace

std::vector<oracle::School> random_county(Random& random, const std::string& name, const CountyOptions& options) {
  std::vector<oracle::School> schools;
  for (int i = 1; i <= options.schools; ++i)
    schools.push_back(random_school(random, i, name, options));
  return schools;
}

Sheet sheet_of(const std::vector<oracle::School>& schools) {
  static const std::vector<std::string> stages = {"小学", "初中", "高中"};
  Sheet sheet;
  sheet.header = {"区县", "学校名称", "学校类型", "在校生数"};
  for (const std::string& stage : stages)
    sheet.header.push_back("在校生数(" + stage + ")");
  for (std::size_t r = 0; r < oracle::kResources; ++r) {
    sheet.header.push_back(kQualityHeader[kFirstResource + r]);
    if (!oracle::kRules[r].per_stage) continue;
    for (const std::string& stage : stages)
      sheet.header.push_back(kQualityHeader[kFirstResource + r] + "(" + stage + ")");
  }
  for (std::size_t row = 0; row < schools.size(); ++row) {
    const oracle::School& school = schools[row];
    const auto weight = oracle::weights(school.kind);
    const bool several = (weight[0] != 0) + (weight[1] != 0) + (weight[2] != 0) > 1;
    std::vector<std::string> cells = {school.county, school.name, type_word(school.kind)};
    // a school of one stage has its pupils in the general column, one of several in the columns of the stages
    if (several || school.kind == oracle::Kind::special) {
      cells.emplace_back();
      for (std::size_t s = 0; s < 3; ++s)
        cells.push_back(weight[s] != 0 ? cell(school.pupils[s], 1, row) : "");
    } else {
      cells.push_back(cell(school.pupils[weight[0] != 0 ? 0 : 1], 1, row));
      cells.insert(cells.end(), 3, "");
    }
    for (std::size_t r = 0; r < oracle::kResources; ++r) {
      cells.push_back(cell(school.whole[r], oracle::kUnit, row));
      if (!oracle::kRules[r].per_stage) continue;
      for (std::size_t s = 0; s < 3; ++s)
        cells.push_back(cell(school.of_stage[r][s], oracle::kUnit, row));
    }
    sheet.rows.push_back(std::move(cells));
  }
  return sheet;
}

}  // namespace test
