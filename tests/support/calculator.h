// SPDX-License-Identifier: MIT
#pragma once

#include <cctype>
#include <cmath>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace test {

/// Works out a formula: + − × ÷ √ ², brackets, numbers, and names of earlier steps.
class Calculator {
 public:
  explicit Calculator(std::string_view formula, std::map<std::string, double> names = {})
      : rest_(formula), names_(std::move(names)) {}

  /// NaN where it is no formula.
  double run() {
    const double value = sum();
    return rest_.empty() ? value : std::nan("");
  }

 private:
  bool take(std::string_view sign) {
    while (!rest_.empty() && rest_.front() == ' ')
      rest_.remove_prefix(1);
    if (rest_.substr(0, sign.size()) != sign) return false;
    rest_.remove_prefix(sign.size());
    return true;
  }
  double sum() {
    double value = take("−") ? -product() : product();
    for (;;) {
      if (take("+"))
        value += product();
      else if (take("−"))
        value -= product();
      else
        return value;
    }
  }
  double product() {
    double value = power();
    for (;;) {
      if (take("×"))
        value *= power();
      else if (take("÷"))
        value /= power();
      else
        return value;
    }
  }
  double power() {
    const double value = single();
    return take("²") ? value * value : value;
  }
  double single() {
    if (take("√")) return std::sqrt(single());
    if (take("(")) {
      const double value = sum();
      return take(")") ? value : std::nan("");
    }
    for (const auto& [name, value] : names_)
      if (take(name)) return value;
    std::size_t length = !rest_.empty() && rest_.front() == '-' ? 1 : 0;
    while (length < rest_.size() &&
           (std::isdigit(static_cast<unsigned char>(rest_[length])) != 0 || rest_[length] == '.'))
      ++length;
    if (length == 0) return std::nan("");
    const double value = std::strtod(std::string(rest_.substr(0, length)).c_str(), nullptr);
    rest_.remove_prefix(length);
    return value;
  }

  std::string_view rest_;
  std::map<std::string, double> names_;
};

}  // namespace test
