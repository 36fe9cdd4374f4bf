// SPDX-License-Identifier: MIT
// The national table read and evaluated in plain C++ for this one table, as one_pass.mjs does it in JavaScript: what a
// careful programmer gets from a machine without wasm, and the bench's yardstick for the core. No diagnostics but the
// cells that are not numbers; other headers and types are unknown to it.
//
//   bench_plain TABLE RUNS ANSWER       prints one JSON object; ANSWER gets the summary, for comparing answers

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <limits>
#include <sstream>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace {

constexpr std::size_t kNumbers = 14;
constexpr std::size_t kIndicators = 7;
constexpr std::size_t kMeetAtLeast = 6;
constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

constexpr std::array<std::string_view, kNumbers> kNames = {"小学在校生数",
                                                           "初中在校生数",
                                                           "高中在校生数",
                                                           "高于规定学历教师数(小学)",
                                                           "高于规定学历教师数(初中)",
                                                           "县级以上骨干教师数(小学)",
                                                           "县级以上骨干教师数(初中)",
                                                           "体育艺术专任教师数(小学)",
                                                           "体育艺术专任教师数(初中)",
                                                           "教学及辅助用房面积(㎡)",
                                                           "室内体育用房面积(㎡)",
                                                           "运动场地面积(㎡)",
                                                           "教学仪器设备值(万元)",
                                                           "网络多媒体教室数(间)"};

/// Weights in hundredths; the stages of a type are those with a weight.
struct Type {
  std::string_view name;
  std::array<int, 3> weights;
};
constexpr std::array<Type, 6> kTypes = {{{"小学", {100, 0, 0}},
                                         {"教学点", {100, 0, 0}},
                                         {"初中", {0, 100, 0}},
                                         {"九年一贯制学校", {100, 110, 0}},
                                         {"十二年一贯制学校", {100, 110, 132}},
                                         {"完全中学", {0, 100, 120}}}};

/// Thresholds in tenths; columns by their place in kNames, 0: none.
struct Indicator {
  std::string_view id;
  double per;
  std::array<double, 2> tenths;
  std::size_t teachers;
  std::size_t plus;
  std::size_t minus;
  std::size_t also;
};
constexpr std::array<Indicator, kIndicators> kRules = {{{"degree_teachers", 100, {42, 53}, 3, 0, 0, 0},
                                                        {"backbone_teachers", 100, {10, 10}, 5, 0, 0, 0},
                                                        {"sports_arts_teachers", 100, {9, 9}, 7, 0, 0, 0},
                                                        {"teaching_area", 1, {45, 58}, 0, 9, 10, 0},
                                                        {"sports_area", 1, {75, 102}, 0, 11, 0, 10},
                                                        {"equipment_value", 10000, {20000, 25000}, 0, 12, 0, 0},
                                                        {"multimedia_rooms", 100, {23, 24}, 0, 13, 0, 0}}};
constexpr std::array<double, 2> kCvLimits = {0.5, 0.45};

enum Verdict : std::uint8_t { pass, near, fail, unknown };
constexpr std::array<const char*, 4> kWords = {"pass", "near", "fail", "unknown"};

struct BadCell {
  std::uint32_t line;
  std::size_t number;
};

struct Unit {
  std::uint32_t group;  // county * 2 + stage
  double pupils;
  std::array<double, kIndicators> values;
  std::array<Verdict, kIndicators> verdicts;
};

struct Group {
  std::uint32_t units = 0;
  double pupils = 0;
  std::array<double, kIndicators> sums{};
  std::array<double, kIndicators> squares{};
  std::array<std::array<std::uint32_t, 4>, kIndicators> met{};
  std::array<std::uint32_t, 4> verdicts{};
};

struct Answer {
  std::vector<std::string> counties;
  std::vector<Group> groups;
  std::vector<BadCell> bad;
};

/// A cell without its quotes and with ASCII digits, commas and stops.
std::string half_width(std::string_view cell) {
  std::string text;
  if (cell.size() > 1 && cell.front() == '"') cell = cell.substr(1, cell.size() - 2);
  for (std::size_t i = 0; i < cell.size(); ++i) {
    const std::string_view three = cell.substr(i, 3);
    if (three.size() == 3 && three[0] == '\xEF' && three[1] == '\xBC' && three[2] >= '\x8C' && three[2] <= '\x99') {
      text += static_cast<char>(static_cast<unsigned char>(three[2]) - 0x90 + '0');
      i += 2;
    } else {
      text += cell[i];
    }
  }
  while (!text.empty() && text.back() == ' ')
    text.pop_back();
  text.erase(0, text.find_first_not_of(' '));
  return text;
}

/// In hundredths; false where it is no number and nothing that stands for none.
bool read_unusual(std::string_view cell, double& number) {
  std::string text = half_width(cell);
  number = kMissing;
  std::string marks = text;
  for (const std::string_view dash : {"—", "–", "―", "-", "/"}) {
    for (std::size_t at = marks.find(dash); at != std::string::npos; at = marks.find(dash))
      marks.erase(at, dash.size());
  }
  if (marks.empty()) return true;
  const std::size_t stop = std::min(text.find('.'), text.size());
  bool separated = text.find(',') != std::string::npos;
  for (std::size_t at = text.find(','); at != std::string::npos && separated; at = text.find(',', at + 1))
    separated = at > 0 && at < stop && (stop - at) % 4 == 0;
  if (separated) text.erase(std::remove(text.begin(), text.end(), ','), text.end());
  if (text.find_first_not_of("0123456789.") != std::string::npos || std::count(text.begin(), text.end(), '.') > 1 ||
      text.front() == '.' || text.back() == '.')
    return false;
  number = std::round(std::strtod(text.c_str(), nullptr) * 100);
  return true;
}

/// One walk over the text.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  Answer read() {
    header();
    units_.reserve(text_.size() / 90);
    for (std::uint32_t line = 2; at_ < text_.size(); ++line)
      row(line);
    weigh();
    return std::move(answer_);
  }

 private:
  enum Role : std::size_t { unused, province, county, type, first_number };

  [[nodiscard]] char here() const { return at_ < text_.size() ? text_[at_] : '\n'; }

  std::string_view cell() {
    const std::size_t begin = at_;
    if (here() == '"') {
      do {
        at_ = std::min(text_.find('"', at_ + 1), text_.size() - 1) + 1;
      } while (here() == '"');
    } else {
      while (here() != '\t' && here() != '\n' && here() != '\r')
        ++at_;
    }
    return text_.substr(begin, at_ - begin);
  }

  /// Whether another cell follows in this line.
  bool next() {
    if (here() == '\t') {
      ++at_;
      return true;
    }
    if (here() == '\r') ++at_;
    ++at_;
    return false;
  }

  void header() {
    do {
      const std::string_view name = cell();
      const auto* const number = std::find(kNames.begin(), kNames.end(), name);
      roles_.push_back(number != kNames.end() ? first_number + static_cast<std::size_t>(number - kNames.begin())
                       : name == "省份"       ? province
                       : name == "区县"       ? county
                       : name == "学校类型"   ? type
                                              : unused);
    } while (next());
  }

  double number(std::uint32_t line, std::size_t which) {
    const std::size_t begin = at_;
    std::int64_t digits = 0;
    int decimals = -1;
    for (; at_ - begin < 16; ++at_) {
      const char c = here();
      if (c >= '0' && c <= '9') {
        digits = digits * 10 + (c - '0');
        if (decimals >= 0) ++decimals;
      } else if (c == '.' && decimals < 0 && at_ > begin) {
        decimals = 0;
      } else {
        break;
      }
    }
    const char end = here();
    if ((end == '\t' || end == '\n' || end == '\r') && decimals != 0 && decimals <= 2) {
      if (at_ == begin) return kMissing;
      return static_cast<double>(decimals < 0 ? digits * 100 : decimals == 1 ? digits * 10 : digits);
    }
    at_ = begin;
    double value = kMissing;
    if (!read_unusual(cell(), value)) answer_.bad.push_back({line, which});
    return value;
  }

  void row(std::uint32_t line) {
    std::array<double, kNumbers> numbers{};
    std::size_t column = 0;
    bool known = true;
    do {
      const std::size_t role = column < roles_.size() ? roles_[column] : std::size_t{unused};
      ++column;
      if (role >= first_number) {
        numbers[role - first_number] = number(line, role - first_number);
        continue;
      }
      const std::string_view found = cell();
      if (role == unused) continue;
      std::string_view& above = role == province ? province_ : role == county ? county_ : type_;
      if (found == above) continue;
      above = found;
      known = known && role == type;
      if (role == type) find_type();
    } while (next());
    if (!known) find_county();
    school(numbers);
  }

  void find_type() {
    const auto* const found =
        std::find_if(kTypes.begin(), kTypes.end(), [&](const Type& one) { return one.name == type_; });
    weights_ = found == kTypes.end() ? nullptr : &found->weights;
    teaching_point_ = type_ == "教学点";
  }

  void find_county() {
    std::string key(province_);
    key.append("\t").append(county_);
    const auto [place, added] = places_.try_emplace(std::move(key), static_cast<std::uint32_t>(places_.size()));
    if (added) answer_.counties.emplace_back(county_);
    place_ = place->second;
  }

  void school(const std::array<double, kNumbers>& numbers) {
    if (weights_ == nullptr || (teaching_point_ && numbers[0] < 5000)) return;
    double weighted = 0;  // hundredths of hundredths
    for (std::size_t stage = 0; stage < 3; ++stage) {
      if ((*weights_)[stage] > 0) weighted += (*weights_)[stage] * numbers[stage];
    }
    for (std::size_t stage = 0; stage < 2; ++stage) {
      const double own = numbers[stage];
      if ((*weights_)[stage] == 0 || own == 0) continue;
      Unit unit{};
      unit.group = place_ * 2 + static_cast<std::uint32_t>(stage);
      unit.pupils = own / 100;
      for (std::size_t i = 0; i < kIndicators; ++i) {
        const Indicator& rule = kRules[i];
        double resource = 0;
        double base = weighted;
        if (rule.teachers != 0) {
          resource = numbers[rule.teachers + stage] * 100;
          base = own * 100;
        } else {
          resource = numbers[rule.plus];
          if (rule.minus != 0) resource -= numbers[rule.minus];
          if (rule.also != 0) resource += numbers[rule.also];
          resource *= (*weights_)[stage];
        }
        // Whole numbers up to here, so the comparisons below are exact.
        const double amount = resource * rule.per;
        const double bar = base * rule.tenths[stage];
        unit.values[i] = amount / base;
        unit.verdicts[i] = amount * 10 >= bar ? pass : amount * 1000 >= bar * 85 ? near : amount < bar ? fail : unknown;
      }
      units_.push_back(unit);
    }
  }

  void weigh() {
    std::vector<Group>& groups = answer_.groups;
    groups.resize(answer_.counties.size() * 2);
    for (const Unit& unit : units_) {
      Group& group = groups[unit.group];
      std::array<std::size_t, 4> of{};
      ++group.units;
      if (unit.pupils > 0) group.pupils += unit.pupils;
      for (std::size_t i = 0; i < kIndicators; ++i) {
        group.sums[i] += unit.pupils * unit.values[i];
        ++group.met[i][unit.verdicts[i]];
        ++of[unit.verdicts[i]];
      }
      ++group.verdicts[of[fail] > 0 || of[pass] + of[unknown] < kMeetAtLeast ? fail : of[unknown] > 0 ? unknown : pass];
    }
    for (const Unit& unit : units_) {
      Group& group = groups[unit.group];
      for (std::size_t i = 0; i < kIndicators; ++i) {
        const double off = unit.values[i] - group.sums[i] / group.pupils;
        group.squares[i] += unit.pupils * off * off;
      }
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<std::size_t> roles_;
  std::string_view province_;
  std::string_view county_;
  std::string_view type_;
  const std::array<int, 3>* weights_ = nullptr;
  bool teaching_point_ = false;
  std::unordered_map<std::string, std::uint32_t> places_;
  std::uint32_t place_ = 0;
  std::vector<Unit> units_;
  Answer answer_;
};

void write_number(std::FILE* file, const char* key, double number) {
  if (std::isfinite(number))
    std::fprintf(file, ",\"%s\":%.17g", key, number);
  else
    std::fprintf(file, ",\"%s\":null", key);
}

/// The verdict of the stage, written with it.
Verdict write_stage(std::FILE* file, const Group& group, std::size_t stage) {
  bool failed = group.verdicts[fail] > 0;
  bool open = group.verdicts[unknown] > 0;
  std::fprintf(file, "{\"indicators\":[");
  for (std::size_t i = 0; i < kIndicators; ++i) {
    const double mean = group.sums[i] / group.pupils;
    const double deviation = std::sqrt(group.squares[i] / group.pupils);
    const double cv = deviation / mean;
    const Verdict verdict = cv <= kCvLimits[stage] ? pass : cv > kCvLimits[stage] ? fail : unknown;
    failed = failed || verdict == fail;
    open = open || verdict == unknown;
    std::fprintf(file,
                 "%s{\"id\":\"%s\",\"cvLimit\":%g,\"verdict\":\"%s\",\"threshold\":%g,\"unitsMeeting\":%u,"
                 "\"unitsNear\":%u,\"unitsFailing\":%u",
                 i > 0 ? "," : "", kRules[i].id.data(), kCvLimits[stage], kWords[verdict], kRules[i].tenths[stage] / 10,
                 group.met[i][pass], group.met[i][near], group.met[i][fail]);
    write_number(file, "mean", mean);
    write_number(file, "standardDeviation", deviation);
    write_number(file, "cv", cv);
    std::fprintf(file, "}");
  }
  const Verdict verdict = failed ? fail : open ? unknown : pass;
  std::fprintf(file, "],\"stage\":\"%s\",\"units\":%u,\"unitsPassing\":%u,\"verdict\":\"%s\"",
               stage == 0 ? "primary" : "middle", group.units, group.verdicts[pass], kWords[verdict]);
  write_number(file, "pupils", group.pupils);
  std::fprintf(file, "}");
  return verdict;
}

void write_answer(std::FILE* file, const Answer& answer) {
  std::fprintf(file, "{\"counties\":[");
  for (std::size_t at = 0; at < answer.counties.size(); ++at) {
    std::fprintf(file, "%s{\"name\":\"%s\",\"stages\":[", at > 0 ? "," : "", answer.counties[at].c_str());
    bool failed = false;
    bool open = false;
    bool any = false;
    for (std::size_t stage = 0; stage < 2; ++stage) {
      const Group& group = answer.groups[at * 2 + stage];
      // A county without any unit of a stage cannot be judged in it.
      open = open || group.units == 0;
      if (group.units == 0) continue;
      if (any) std::fprintf(file, ",");
      any = true;
      const Verdict verdict = write_stage(file, group, stage);
      failed = failed || verdict == fail;
      open = open || verdict == unknown;
    }
    std::fprintf(file, "],\"resources\":\"%s\"}", kWords[failed ? fail : open ? unknown : pass]);
  }
  std::fprintf(file, "],\"issueCount\":%zu,\"issues\":[", answer.bad.size());
  for (std::size_t i = 0; i < answer.bad.size(); ++i) {
    std::fprintf(file, "%s{\"row\":%u,\"column\":\"%s\"}", i > 0 ? "," : "", answer.bad[i].line,
                 kNames[answer.bad[i].number].data());
  }
  std::fprintf(file, "]}");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::fprintf(stderr, "usage: bench_plain TABLE RUNS ANSWER\n");
    return 2;
  }
  std::ifstream file(argv[1], std::ios::binary);
  std::ostringstream whole;
  whole << file.rdbuf();
  const std::string text = whole.str();
  std::vector<double> times;
  Answer answer;
  for (int run = 0; run < std::max(2, std::atoi(argv[2])); ++run) {
    const auto start = std::chrono::steady_clock::now();
    answer = Reader(text).read();
    times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
  }
  std::FILE* const out = std::fopen(argv[3], "w");
  if (out == nullptr) return 1;
  write_answer(out, answer);
  std::fclose(out);
  const double first = times.front();
  times.erase(times.begin());
  std::sort(times.begin(), times.end());
  std::printf("{\"firstMs\":%.3f,\"warmMs\":%.3f,\"extraBytes\":null}\n", first, times[times.size() / 2]);
  return 0;
}
