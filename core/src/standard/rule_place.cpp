// SPDX-License-Identifier: MIT
#include "standard/rule_place.h"

namespace junheng {

RulePlace::RulePlace(const RulePlace& around, const char* key)
    : json_(around->find(key)), around_(&around), key_(key) {}

std::string RulePlace::path() const {
  if (around_ == nullptr) return {};
  std::string path = around_->path() + "/";
  return index_ == kNoIndex ? path.append(key_) : path + std::to_string(index_);
}

RuleEntries::RuleEntries(const RulePlace& list) : at_(list->begin()), list_(list), entry_(list) {}

bool RuleEntries::next() {
  if (!(at_ != list_->end())) return false;
  entry_ = RulePlace(list_, index_++, *at_);
  ++at_;
  return true;
}

}  // namespace junheng
