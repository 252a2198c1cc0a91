<?php

declare(strict_types=1);

namespace Stall;

final class Basket
{
    private int $cents = 0;
    private ?Coupon $coupon = null;

    public function add(int $cents, int $quantity = 1): void
    {
        $this->cents += $cents * $quantity;
    }

    public function redeem(Coupon $coupon): void
    {
        $this->coupon = $coupon;
    }

    public function subtotal(): Money
    {
        return new Money($this->cents);
    }

    public function total(): Money
    {
        if ($this->coupon === null) {
            return $this->subtotal();
        }
        return $this->subtotal()->minus($this->coupon->discountOn($this->subtotal()));
    }
}
