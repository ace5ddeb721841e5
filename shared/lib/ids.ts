import { z } from 'zod'

/** A record's identity: a UUID, never shown to people (they see numbers such as INV-2026-0042). */
const id = <Brand extends string>() => z.uuid().brand<Brand>()

export const PatientId = id<'PatientId'>()
export type PatientId = z.infer<typeof PatientId>
export const PolicyId = id<'PolicyId'>()
export type PolicyId = z.infer<typeof PolicyId>
export const AlertId = id<'AlertId'>()
export type AlertId = z.infer<typeof AlertId>
export const PractitionerId = id<'PractitionerId'>()
export type PractitionerId = z.infer<typeof PractitionerId>
export const ServiceId = id<'ServiceId'>()
export type ServiceId = z.infer<typeof ServiceId>
export const PayerId = id<'PayerId'>()
export type PayerId = z.infer<typeof PayerId>
export const PrescriberId = id<'PrescriberId'>()
export type PrescriberId = z.infer<typeof PrescriberId>
export const EpisodeId = id<'EpisodeId'>()
export type EpisodeId = z.infer<typeof EpisodeId>
export const DiagnosisId = id<'DiagnosisId'>()
export type DiagnosisId = z.infer<typeof DiagnosisId>
export const PrescriptionId = id<'PrescriptionId'>()
export type PrescriptionId = z.infer<typeof PrescriptionId>
export const GoalId = id<'GoalId'>()
export type GoalId = z.infer<typeof GoalId>
export const AppointmentId = id<'AppointmentId'>()
export type AppointmentId = z.infer<typeof AppointmentId>
export const NoteId = id<'NoteId'>()
export type NoteId = z.infer<typeof NoteId>
export const AddendumId = id<'AddendumId'>()
export type AddendumId = z.infer<typeof AddendumId>
export const InvoiceId = id<'InvoiceId'>()
export type InvoiceId = z.infer<typeof InvoiceId>
export const PaymentId = id<'PaymentId'>()
export type PaymentId = z.infer<typeof PaymentId>
export const DocumentId = id<'DocumentId'>()
export type DocumentId = z.infer<typeof DocumentId>
export const LetterId = id<'LetterId'>()
export type LetterId = z.infer<typeof LetterId>
export const PersonId = id<'PersonId'>()
export type PersonId = z.infer<typeof PersonId>
export const AttachmentId = id<'AttachmentId'>()
export type AttachmentId = z.infer<typeof AttachmentId>
export const ClearanceId = id<'ClearanceId'>()
export type ClearanceId = z.infer<typeof ClearanceId>
export const HealthVersionId = id<'HealthVersionId'>()
export type HealthVersionId = z.infer<typeof HealthVersionId>
export const NoteTemplateId = id<'NoteTemplateId'>()
export type NoteTemplateId = z.infer<typeof NoteTemplateId>
export const SnippetId = id<'SnippetId'>()
export type SnippetId = z.infer<typeof SnippetId>
export const SendingId = id<'SendingId'>()
export type SendingId = z.infer<typeof SendingId>
