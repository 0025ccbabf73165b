import { z } from 'zod';
import { CategorySchema } from '../risk/category.ts';
import { RiskLevelSchema } from '../risk/risk-level.ts';
import { RiskSignalSchema } from '../risk/signal.ts';
import type { HINTS } from './tool.ts';

/** Where in a definition a piece of evidence stands. */
export const EVIDENCE_PLACES = ['name', 'title', 'description', 'parameter', 'enum', 'annotation'] as const;

/** What a verdict rests on: the words, parameter, enum value or annotation, and what it says (docs/contracts.md#classify). */
export const EvidenceSchema = z.strictObject({
  /** The part of the definition. */
  from: z.enum(EVIDENCE_PLACES),
  /** The parameter (dotted for nested ones) or annotation; absent for name, title and description. */
  where: z.string().optional(),
  /** The words themselves, as they stand there. A publisher's text: escape it. */
  text: z.string(),
  /** What it shows, in our words. */
  says: z.string(),
});
export type Evidence = z.infer<typeof EvidenceSchema>;

/** Things about a definition that a reader must know before its risk (docs/contracts.md#classify). */
export const FINDING_IDS = ['instructs-model', 'hidden-characters', 'names-other-tools', 'duplicate-name'] as const;
export type FindingId = (typeof FINDING_IDS)[number];

/** A finding about a definition with the words that show it. */
export const FindingSchema = z.strictObject({
  id: z.enum(FINDING_IDS),
  evidence: z.array(EvidenceSchema),
});
export type Finding = z.infer<typeof FindingSchema>;

/** The four states in which an annotation can stand beside a verdict (docs/taxonomy.md#annotations). */
export const ANNOTATION_STATES = ['declared', 'not-said', 'contradicted', 'not-known'] as const;

/** One hint: its state and, where the server gave one, its value. */
export const AnnotationStateSchema = z.strictObject({
  state: z.enum(ANNOTATION_STATES),
  value: z.boolean().optional(),
});
export type AnnotationState = z.infer<typeof AnnotationStateSchema>;

/** All four hints of one tool. */
export const AnnotationsVerdictSchema = z.strictObject({
  readOnlyHint: AnnotationStateSchema,
  destructiveHint: AnnotationStateSchema,
  idempotentHint: AnnotationStateSchema,
  openWorldHint: AnnotationStateSchema,
} satisfies Record<(typeof HINTS)[number], unknown>);
export type AnnotationsVerdict = z.infer<typeof AnnotationsVerdictSchema>;

/** A signal and what shows it; never without evidence. */
export const SignalVerdictSchema = z.strictObject({
  id: RiskSignalSchema,
  evidence: z.array(EvidenceSchema).min(1),
});
export type SignalVerdict = z.infer<typeof SignalVerdictSchema>;

/** A category that was close, and what the definition would have to say for it. */
export const AlternativeSchema = z.strictObject({
  category: CategorySchema,
  because: z.string(),
});
export type Alternative = z.infer<typeof AlternativeSchema>;

/** What the classifier says of one tool (docs/contracts.md#classify: the line without `server` and `tool`). */
export const ClassificationSchema = z.strictObject({
  /** Null when the definition is too thin to judge. */
  category: CategorySchema.nullable(),
  /** Null exactly when the category is. */
  level: RiskLevelSchema.nullable(),
  /** 0 to 100; null exactly when the category is. */
  score: z.number().int().min(0).max(100).nullable(),
  /** 0 to 1: how sure the classifier is of the category. */
  confidence: z.number().min(0).max(1),
  /** In the taxonomy's order. */
  signals: z.array(SignalVerdictSchema),
  /** What shows that it puts text of the caller's where others read it: a way out (docs/taxonomy.md#together). */
  sharedText: z.array(EvidenceSchema).min(1).optional(),
  /** What led to the category. */
  evidence: z.array(EvidenceSchema),
  /** Neighbouring categories, nearest first. */
  alternatives: z.array(AlternativeSchema),
  findings: z.array(FindingSchema),
  annotations: AnnotationsVerdictSchema,
  /** Id of the classifier that said so: changes whenever its verdicts may. */
  classifier: z.string().min(1),
});
export type Classification = z.infer<typeof ClassificationSchema>;
