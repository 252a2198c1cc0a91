<?php

declare(strict_types=1);

use Stall\Basket;
use Stall\Coupon;

$basket = new Basket();
$basket->add(1000, 2);
check('subtotal', 2000, $basket->subtotal()->cents);
check('total without coupon', 2000, $basket->total()->cents);

$basket->redeem(new Coupon('SPRING10', 'percent', 10));
check('percent', 1800, $basket->total()->cents);

$small = new Basket();
$small->add(300);
$small->redeem(new Coupon('MINUS5', 'fixed', 500));
check('fixed never goes below zero', 0, $small->total()->cents);
