import { useState } from "react";
import { Link } from "react-router-dom";
import { StatusTabs } from "./StatusTabs";
import type { Order, StatusFilter } from "./types";

export function OrdersPage({ orders }: { orders: Order[] }) {
  const [filter, setFilter] = useState<StatusFilter>("all");
  const visible = orders.filter((o) => filter === "all" || o.status === filter);

  return (
    <main>
      <StatusTabs value={filter} onChange={setFilter} />
      {visible.length === 0 && <p>No orders with this status.</p>}
      <ul>
        {visible.map((o) => (
          <li key={o.id}>
            <Link to={`/orders/${o.id}`}>{o.bike}</Link>
          </li>
        ))}
      </ul>
    </main>
  );
}
