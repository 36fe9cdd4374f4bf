// SPDX-License-Identifier: MIT
#pragma once

#include <string>

/// Tables for the workbench's tests. Numbers are chosen so that every threshold of a primary school is met.
namespace app_test {

inline const std::string kHeader =
    "区县\t学校名称\t学校类型\t在校生数\t高于规定学历教师数\t县级以上骨干教师数\t体育艺术专任教师数\t教学及辅助用房面积"
    "\t"
    "室内体育用房面积\t体育运动场馆面积\t教学仪器设备值\t网络多媒体教室数\n";

/// A primary school of 1,000 pupils; `degree` teachers decide about its first indicator (42 are enough).
inline std::string school(const std::string& county, const std::string& name, const std::string& degree = "50",
                          const std::string& type = "小学", const std::string& pupils = "1000") {
  return county + "\t" + name + "\t" + type + "\t" + pupils + "\t" + degree + "\t20\t20\t6000\t0\t9000\t3000000\t30\n";
}

inline std::string many_counties(int counties, int schools) {
  std::string text = kHeader;
  for (int county = 0; county < counties; ++county) {
    for (int one = 0; one < schools; ++one) {
      text += school("第" + std::to_string(county) + "县", "第" + std::to_string(one) + "小学");
    }
  }
  return text;
}

}  // namespace app_test
