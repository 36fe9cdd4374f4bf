// SPDX-License-Identifier: MIT
//
// Other ways than the plan that was found, each asked as a plan of its own: with all pupils where they are, without moves, with nothing but moves, with half
// the money.

import type { PlanAnswer, PlanRequest } from "../engine/plan.d.ts";

interface Alternative {
  readonly name: "nobodyGoes" | "onlyBuy" | "onlyMove" | "halfBudget";
  /** Null: it is no other way than the plan. */
  request(plan: PlanAnswer): PlanRequest | null;
  /** Whether what was found is this way. */
  holds(answer: PlanAnswer): boolean;
}

/** So dear that nothing is bought where moves do. */
const kForbidding = "1000000000";

const moves = (answer: PlanAnswer): boolean => (answer.indicators ?? []).some(({ moved }) => moved !== "0");
const buys = (answer: PlanAnswer): boolean => (answer.indicators ?? []).some(({ bought }) => bought !== "0");

export function alternativesOf(request: PlanRequest): readonly Alternative[] {
  const { resources = [] } = request;
  const mayMove = resources.some(({ move, moves: counted }) => move !== undefined || counted === true);
  const { budget: _, ...free } = request;
  const { pupils, ...staying } = free;
  const nobodyGoes: Alternative = {
    name: "nobodyGoes",
    request: (plan) => ((plan.pupils?.moves ?? []).length > 0 ? staying : null),
    holds: () => true,
  };
  const onlyBuy: Alternative = {
    name: "onlyBuy",
    request: (plan) =>
      moves(plan) ? { ...free, resources: resources.map(({ move: _move, moves: _moves, ...others }) => others) } : null,
    holds: () => true,
  };
  const onlyMove: Alternative = {
    name: "onlyMove",
    request: (plan) =>
      moves(plan) && buys(plan)
        ? {
            ...free,
            resources: resources.map(({ price: _price, ...others }) => ({
              ...others,
              price: kForbidding,
              ...(others.moves === true && others.move === undefined ? { move: "1" } : {}),
            })),
          }
        : null,
    holds: (answer) => !buys(answer),
  };
  const halfBudget: Alternative = {
    name: "halfBudget",
    request: ({ outcome, cost }) =>
      outcome === "planned" && cost !== null && cost > 1 ? { ...free, budget: String(Math.floor(cost / 2)) } : null,
    holds: () => true,
  };
  return [...(pupils === undefined ? [] : [nobodyGoes]), ...(mayMove ? [onlyBuy, onlyMove] : []), halfBudget];
}
