// SPDX-License-Identifier: MIT
//
// Texts that end anywhere: a clipboard that was cut short, a file that was not saved to its end. What was whole is read.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/found.h"

using test::Found;

namespace {

const std::string kPage =
    "<html><head><style>td { color: red }</style></head><body><!--StartFragment--><table border=\"1\">"
    "<tr><th colspan=2>学校名称</th><th rowspan=\"1\">在校&amp;生数</th></tr>"
    "<tr><td>甲校</td><td x:str='a>b'>&nbsp;</td><td align=right>45</td></tr>"
    "<tr><td>乙&#x6821;<br>东</td><td></td><td><b>3</b>7</td></tr>"
    "</table><!--EndFragment--></body></html>";

/// Every text that begins this one, with what ends a page in the middle of a tag, an entity or a quote.
TEST(CutPages, AreReadAsFarAsTheyGo) {
  for (std::size_t size = 0; size <= kPage.size(); ++size) {
    for (const char* const end : {"", "<", "&", "&#", "\"", "<!", "</"}) {
      Found found(kPage.substr(0, size) + end);
      EXPECT_LE(found.rows().size(), 2U) << size;
    }
  }
  EXPECT_EQ(Found(kPage).rows().size(), 2U);
  EXPECT_EQ(Found(kPage.substr(0, kPage.find("<tr><td>乙"))).rows().size(), 1U);
}

TEST(CutTexts, AreReadAsFarAsTheyGo) {
  const std::string text = "学校名称,学校类型,在校生数\r\n\"甲\"\"校,一\",小学,45\r\n乙校,\"初\n中\",37\r\n";
  for (std::size_t size = 0; size <= text.size(); ++size) {
    for (const char* const end : {"", "\"", "\r", "\t", ","}) {
      Found found(text.substr(0, size) + end);
      EXPECT_LE(found.rows().size(), 3U) << size;
    }
  }
  EXPECT_EQ(Found(text).rows(), (std::vector<std::string>{"甲\"校,一|小学|45", "乙校|初\n中|37"}));
}

}  // namespace
