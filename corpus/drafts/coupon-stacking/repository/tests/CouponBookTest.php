<?php

declare(strict_types=1);

use Stall\CouponBook;

$book = CouponBook::fromJson('[{"code":"Spring10","kind":"percent","value":10}]');
check('find ignores case', 'SPRING10', $book->find('spring10')?->code);
check('unknown code', null, $book->find('NOPE'));
