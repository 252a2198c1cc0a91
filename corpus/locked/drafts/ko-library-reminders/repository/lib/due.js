// 대출 기간(일). 신착 도서는 짧다.
export const LOAN_DAYS = { normal: 14, new: 7 };

export function dueDate(loan) {
  const d = new Date(loan.borrowedAt);
  d.setUTCDate(d.getUTCDate() + LOAN_DAYS[loan.kind]);
  return d;
}

export function isOverdue(loan, now) {
  return !loan.returnedAt && dueDate(loan) < now;
}
