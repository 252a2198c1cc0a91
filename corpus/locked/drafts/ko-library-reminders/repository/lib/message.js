import { dueDate } from './due.js';

export function overdueMessage(member, loan) {
  const day = dueDate(loan).toISOString().slice(0, 10);
  return `${member.name}님, 「${loan.title}」의 반납 기한(${day})이 지났습니다.`;
}
