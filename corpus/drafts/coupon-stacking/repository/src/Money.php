<?php

declare(strict_types=1);

namespace Stall;

final class Money
{
    public function __construct(public readonly int $cents)
    {
    }

    public function minus(Money $other): Money
    {
        return new Money($this->cents - $other->cents);
    }

    public function percent(int $percent): Money
    {
        return new Money((int) round($this->cents * $percent / 100));
    }

    public function format(): string
    {
        return number_format($this->cents / 100, 2, '.', '') . ' EUR';
    }
}
