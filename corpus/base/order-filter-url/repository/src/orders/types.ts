export const STATUSES = ["waiting", "in-repair", "ready", "collected"] as const;

export type Status = (typeof STATUSES)[number];

/** "all" switches the filter off. */
export type StatusFilter = Status | "all";

export interface Order {
  id: number;
  bike: string;
  status: Status;
}
