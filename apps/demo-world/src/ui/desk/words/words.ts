/** The words of a company's desk, in one language. */
export interface DeskWords {
  title: string;
  lead: string;
  opening: string;
  lockedTitle: string;
  lockedText: string;
  lost: string;
  live: string;
  applications: string;
  count(count: number): string;
  none: string;
  verified: string;
  verifiedText: string;
  unverified: string;
  unverifiedText: string;
  applicant: string;
  job: string;
  received: string;
  signedAt: string;
  receipt: string;
  exportAll: string;
  exportText: string;
  withdrawn(count: number): string;
  withdrawnNow: string;
  talk: string;
  talkText: string;
  talkNone: string;
  staff: string;
  answer: string;
  say: string;
  sayFailed: string;
  language: string;
}
