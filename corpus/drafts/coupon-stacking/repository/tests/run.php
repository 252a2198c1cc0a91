<?php

declare(strict_types=1);

require __DIR__ . '/../src/autoload.php';

$passed = 0;
$failed = 0;

function check(string $name, mixed $expected, mixed $actual): void
{
    global $passed, $failed;
    if ($expected === $actual) {
        $passed++;
        return;
    }
    $failed++;
    echo "FAIL $name: expected ", var_export($expected, true), ', got ', var_export($actual, true), "\n";
}

foreach (array_slice($argv, 1) ?: glob(__DIR__ . '/*Test.php') as $file) {
    try {
        require $file;
    } catch (\Throwable $error) {
        $failed++;
        echo 'FAIL ', basename($file), ': ', $error->getMessage(), "\n";
    }
}

echo "$passed passed, $failed failed\n";
exit($failed === 0 ? 0 : 1);
