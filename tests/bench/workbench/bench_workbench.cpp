// SPDX-License-Identifier: MIT
//
// What the workbench costs beside the evaluation: a frame of each view with 200 and with 200,000 schools; a corrected
// cell, until its result is on the screen, and the longest frame meanwhile; 200 steps of work on 3,000 schools, taken
// back and done again. Prints figures; nothing here is a test.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include "state/address.h"
#include "workbench/screen/null_platform.h"
#include "workbench/tables.h"

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds(Clock::time_point from) {
  return std::chrono::duration<double, std::milli>(Clock::now() - from).count();
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

/// Of this process, now.
double resident_megabytes() {
  std::ifstream file("/proc/self/statm");
  long pages = 0;
  long resident = 0;
  file >> pages >> resident;
  return static_cast<double>(resident) * 4096 / 1e6;
}

double frame_cost(app_test::NullPlatform& screen) {
  constexpr int kFrames = 101;
  std::vector<double> costs;
  for (int i = 0; i < kFrames; ++i) {
    const auto from = Clock::now();
    screen.frame();
    costs.push_back(milliseconds(from));
  }
  return median(costs);
}

void frames() {
  app_test::NullPlatform few;
  app_test::NullPlatform many;
  few.app.open_table(app_test::many_counties(1, 200), "few");
  many.app.open_table(app_test::many_counties(1, 200000), "many");
  std::printf("a frame, ms (median of 101)   200 schools   200,000 schools   ratio\n");
  for (const std::string_view view : workbench::kTabIds) {
    workbench::Address place;
    place.view = view;
    for (app_test::NullPlatform* screen : {&few, &many}) {
      screen->move_to({-1, -1});
      screen->app.go(place);
      screen->run();
    }
    few.move_to({-1, -1});
    const double a = frame_cost(few);
    many.move_to({-1, -1});
    const double b = frame_cost(many);
    std::printf("%-28s %12.2f %17.2f %7.2f\n", std::string(view).c_str(), a, b, b / a);
  }
}

/// The cells of the second column of numbers, one after the other.
junheng::Project with_edit(const app_test::NullPlatform& screen, int nth) {
  junheng::Project project = screen.app.project();
  project.reading.edits.push_back({{0, static_cast<std::uint32_t>(nth + 2)}, 4, std::to_string(40 + nth % 20)});
  return project;
}

void corrections() {
  constexpr int kEdits = 5;
  std::printf("\na corrected cell, ms (medians)   to its result   longest frame\n");
  for (const int schools : {200, 3000, 20000}) {
    app_test::NullPlatform screen;
    screen.app.open_table(app_test::many_counties(1, schools), "county");
    workbench::Address data;
    data.view = "data";
    screen.app.go(data);
    screen.run();
    std::vector<double> waits;
    std::vector<double> longest;
    for (int i = 0; i < kEdits; ++i) {
      const std::uint64_t before = screen.app.revision();
      auto last = Clock::now();
      const auto from = last;
      double most = 0;
      screen.app.change_project(with_edit(screen, i));
      do {
        screen.frame();
        most = std::max(most, milliseconds(last));
        last = Clock::now();
      } while (screen.app.revision() == before);
      waits.push_back(milliseconds(from));
      longest.push_back(most);
    }
    std::printf("%8d schools %28.1f %15.1f\n", schools, median(waits), median(longest));
  }
}

void undo() {
  constexpr int kSteps = 200;
  app_test::NullPlatform screen;
  screen.app.open_table(app_test::many_counties(1, 3000), "county");
  workbench::Address data;
  data.view = "data";
  screen.app.go(data);
  screen.run();
  const double before = resident_megabytes();
  std::vector<double> steps;
  for (int i = 0; i < kSteps; ++i) {
    // The dearest step: each adds to a list that every step keeps whole.
    junheng::Project project = with_edit(screen, i);
    const auto from = Clock::now();
    screen.app.change_project(std::move(project));
    screen.app.settle();
    screen.frame();
    steps.push_back(milliseconds(from));
  }
  std::vector<double> back;
  const double after = resident_megabytes();
  while (screen.app.undo_steps() > 0) {
    const auto from = Clock::now();
    screen.app.undo();
    screen.app.settle();
    screen.frame();
    back.push_back(milliseconds(from));
  }
  std::printf(
      "\n200 steps on 3,000 schools: a step %.1f ms, undone %.1f ms (medians), the slowest %.1f ms; memory %+.1f MB\n",
      median(steps), median(back),
      std::max(*std::max_element(steps.begin(), steps.end()), *std::max_element(back.begin(), back.end())),
      after - before);
}

}  // namespace

int main() {
  frames();
  corrections();
  undo();
  return 0;
}
