module example.test/lockerd

go 1.22
