// SPDX-License-Identifier: MIT
//
// The engine as a contender, through both of its doors: open() with the numbers of all counties and units as columns,
// and evaluate() with its summary as objects.

const kStandard = "quality-2017";

export async function closedEngine({ loadJunheng }) {
  const junheng = await loadJunheng();
  return {
    run: (table) => junheng.evaluate({ table, standard: kStandard, detail: "summary" }),
    answer: (result) => result,
    release: () => {},
  };
}

export async function openEngine({ loadJunheng }) {
  const junheng = await loadJunheng();
  return {
    run(table) {
      const evaluation = junheng.open({ table, standard: kStandard });
      return {
        evaluation,
        summary: evaluation.summary(),
        units: evaluation.units(),
      };
    },
    answer: ({ evaluation, summary }) => ({
      counties: countiesOf(summary),
      issueCount: evaluation.issueCount,
      issues: evaluation.issues(0, evaluation.issueCount, { language: "zh" }),
    }),
    release: ({ evaluation }) => evaluation.close(),
  };
}

const known = (number) => (Number.isNaN(number) ? null : number);

function countiesOf({ codes, counties, provinces, parts, stages, indicators, byPart, byStage, byIndicator, limits }) {
  const resources = parts.indexOf("resources");
  return Array.from({ length: counties.length }, (_, county) => ({
    name: counties.at(county),
    province: provinces.at(county),
    resources: codes.verdict[byPart.verdict[county * parts.length + resources]],
    stages: stages.map((stage, nth) => {
      const at = county * stages.length + nth;
      return {
        stage,
        units: byStage.units[at],
        pupils: byStage.pupils[at],
        unitsPassing: byStage.unitsPassing[at],
        verdict: codes.verdict[byStage.verdict[at]],
        indicators: indicators.map((id, i) => {
          const place = at * indicators.length + i;
          const limit = nth * indicators.length + i;
          return {
            id,
            mean: known(byIndicator.mean[place]),
            standardDeviation: known(byIndicator.standardDeviation[place]),
            cv: known(byIndicator.cv[place]),
            cvLimit: known(limits.cv[limit]),
            verdict: codes.verdict[byIndicator.verdict[place]],
            threshold: known(limits.threshold[limit]),
            unitsMeeting: byIndicator.unitsMeeting[place],
            unitsNear: byIndicator.unitsNear[place],
            unitsFailing: byIndicator.unitsFailing[place],
          };
        }),
      };
    }),
  }));
}
