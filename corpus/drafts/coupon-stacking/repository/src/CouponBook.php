<?php

declare(strict_types=1);

namespace Stall;

final class CouponBook
{
    /** @var array<string, Coupon> */
    private array $coupons = [];

    public static function fromJson(string $json): self
    {
        $book = new self();
        foreach (json_decode($json, true, 8, JSON_THROW_ON_ERROR) as $row) {
            $book->coupons[strtoupper($row['code'])] =
                new Coupon(strtoupper($row['code']), $row['kind'], $row['value']);
        }
        return $book;
    }

    public function find(string $code): ?Coupon
    {
        return $this->coupons[strtoupper($code)] ?? null;
    }
}
