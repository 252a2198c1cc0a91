import { readFileSync } from 'node:fs';
import { isOverdue } from './due.js';
import { overdueMessage } from './message.js';

// 사용법: node lib/send.js data.json
const { members, loans } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const now = new Date();
for (const loan of loans) {
  if (!isOverdue(loan, now)) continue;
  const member = members.find((m) => m.id === loan.memberId);
  console.log(member.phone + '\t' + overdueMessage(member, loan));
}
