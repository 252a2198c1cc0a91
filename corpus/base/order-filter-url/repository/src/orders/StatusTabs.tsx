import { STATUSES, type StatusFilter } from "./types";

interface Props {
  value: StatusFilter;
  onChange: (next: StatusFilter) => void;
}

export function StatusTabs({ value, onChange }: Props) {
  const tabs: StatusFilter[] = ["all", ...STATUSES];
  return (
    <div role="tablist">
      {tabs.map((t) => (
        <button key={t} role="tab" aria-selected={t === value} onClick={() => onChange(t)}>
          {t}
        </button>
      ))}
    </div>
  );
}
