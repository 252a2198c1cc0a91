// @vitest-environment jsdom
import { afterEach, expect, test } from "vitest";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { MemoryRouter } from "react-router-dom";
import { OrdersPage } from "./OrdersPage";
import type { Order } from "./types";

const orders: Order[] = [
  { id: 1, bike: "Red tourer", status: "waiting" },
  { id: 2, bike: "Cargo bike", status: "ready" },
];

afterEach(cleanup);

function show() {
  return render(
    <MemoryRouter initialEntries={["/orders"]}>
      <OrdersPage orders={orders} />
    </MemoryRouter>,
  );
}

test("shows everything at first", () => {
  show();
  expect(screen.getAllByRole("link")).toHaveLength(2);
});

test("a tab narrows the list", () => {
  show();
  fireEvent.click(screen.getByRole("tab", { name: "ready" }));
  expect(screen.getAllByRole("link").map((a) => a.textContent)).toEqual(["Cargo bike"]);
});
