<?php

declare(strict_types=1);

namespace Stall;

final class Coupon
{
    public function __construct(
        public readonly string $code,
        public readonly string $kind, // 'percent' or 'fixed'
        public readonly int $value,   // percent, or cents
    ) {
    }

    public function discountOn(Money $amount): Money
    {
        return $this->kind === 'percent'
            ? $amount->percent($this->value)
            : new Money(min($this->value, $amount->cents));
    }
}
