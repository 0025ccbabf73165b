import { decide } from '../../domain/policy/decide.ts';
import type { CataloguedServer, CataloguedTool } from './catalogue.ts';
import { policyTool } from './relations.ts';

/** What `/api/v1/servers/<server>.json` holds: the records, the verdicts that pages show, and our words. */
export function serverData(server: CataloguedServer) {
  return {
    schemaVersion: 1,
    slug: server.slug,
    url: server.url,
    ...server.file,
    summary: server.summary,
    listed: server.listed,
    worstLevel: server.worst,
    counts: server.counts,
    tools: server.tools.map(toolData),
  };
}

function toolData(tool: CataloguedTool) {
  const { verdict, record } = tool;
  const { classification, ...definition } = record;
  return {
    ...definition,
    url: tool.url,
    summary: tool.summary,
    notes: Object.fromEntries(tool.notes),
    underReview: tool.wordsLapsed || verdict.review?.lapsed === true,
    verdict: {
      category: verdict.category,
      level: verdict.level,
      score: verdict.score,
      signals: tool.signals,
      shares: verdict.shares,
      decision: decide(policyTool(tool)),
      review: verdict.review,
    },
    classification,
  };
}
