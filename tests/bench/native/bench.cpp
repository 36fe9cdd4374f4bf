// SPDX-License-Identifier: MIT
// Time and peak memory of the core on one table, natively. Prints one JSON object; tests/bench/run.mjs reads it.
//
//   bench_native TABLE [RUNS [ANSWER]]      ANSWER: file to write the summary to, for comparing answers

#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "junheng/consistency.h"
#include "junheng/junheng.h"
#include "junheng/plausible.h"

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

double median(std::vector<double> times) {
  std::sort(times.begin(), times.end());
  const std::size_t middle = times.size() / 2;
  return times.size() % 2 == 1 ? times[middle] : (times[middle - 1] + times[middle]) / 2;
}

/// The most memory this program has had so far. Not ru_maxrss where the kernel tells better: that one starts with the
/// memory of whoever started us.
std::size_t peak_bytes() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.rfind("VmHWM:", 0) == 0) return std::strtoull(line.c_str() + 6, nullptr, 10) * 1024;
  }
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<std::size_t>(usage.ru_maxrss) * 1024;
}

std::optional<std::string> read_file(const char* path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

/// The stages of the way in their order, as evaluate() runs them, with the text read as a part of the first.
enum Step { layout, prepare, measure, weigh, check, judge, step_count };
constexpr std::array<const char*, step_count> kStepNames = {"layout", "prepare", "measure", "weigh", "check", "judge"};
using Times = std::array<std::vector<double>, step_count>;

/// Runs the way by hand, for the time of each stage.
void run_by_stages(std::string text, const junheng::Standard& standard, const junheng::Vocabulary& vocabulary,
                   Times& times) {
  junheng::Issues issues;
  junheng::Layout read;
  junheng::Evaluation e;
  const auto timed = [&](Step step, const auto& run) {
    const auto start = Clock::now();
    run();
    times[step].push_back(milliseconds_since(start));
  };
  timed(layout, [&] { read = junheng::find_layout(std::move(text), vocabulary, {}, issues); });
  timed(prepare, [&] {
    static_cast<junheng::Prepared&>(e) =
        junheng::prepare(std::move(read), junheng::choose(standard, {}), {}, standard, vocabulary, issues);
  });
  timed(measure, [&] { e.indicators = junheng::measure(e, issues); });
  timed(weigh, [&] { e.balance = junheng::weigh(e, e.indicators); });
  timed(check, [&] {
    junheng::check_relations(e, issues);
    static_cast<void>(junheng::check_totals(e));
    junheng::check_plausible(e, e.indicators, issues);
  });
  timed(judge, [&] { static_cast<junheng::Verdicts&>(e) = junheng::judge(e, e.indicators, e.balance); });
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: bench_native TABLE [RUNS [ANSWER]]\n");
    return 2;
  }
  const auto text = read_file(argv[1]);
  if (!text) {
    std::fprintf(stderr, "cannot read %s\n", argv[1]);
    return 1;
  }
  const int runs = argc > 2 ? std::max(2, std::atoi(argv[2])) : 5;

  const auto load_start = Clock::now();
  const junheng::Library library = junheng::load_library();
  const double load_time = milliseconds_since(load_start);
  const junheng::Standard* const standard = library.standard("quality-2017");
  if (standard == nullptr) return 1;

  Times times;
  std::vector<double> whole;
  const std::size_t base = peak_bytes();
  std::size_t rows = 0;
  std::size_t peak = 0;
  for (int run = 0; run < runs; ++run) {
    std::string copy = *text;  // evaluate() takes the text as its own
    const auto start = Clock::now();
    const junheng::Evaluation evaluation = junheng::evaluate(std::move(copy), *standard, library.vocabulary);
    whole.push_back(milliseconds_since(start));
    rows = evaluation.table.rows();
    // Of the first run alone: later ones only add what the allocator keeps.
    if (run > 0) continue;
    peak = peak_bytes();
    if (argc > 3)
      std::ofstream(argv[3], std::ios::binary)
          << junheng::evaluation_json(evaluation, library, junheng::Detail::summary);
  }
  for (int run = 0; run < runs; ++run)
    run_by_stages(*text, *standard, library.vocabulary, times);

  const double first = whole.front();
  whole.erase(whole.begin());
  std::printf(
      "{\"bytes\":%zu,\"rows\":%zu,\"runs\":%d,\"extraBytes\":%zu,\"loadMs\":%.2f,\"firstMs\":%.3f,\"warmMs\":%.3f",
      text->size(), rows, runs, peak - base, load_time, first, median(whole));
  for (int step = 0; step < step_count; ++step) {
    std::printf(",\"%sMs\":%.2f", kStepNames[static_cast<std::size_t>(step)],
                median(times[static_cast<std::size_t>(step)]));
  }
  std::printf("}\n");
  return 0;
}
