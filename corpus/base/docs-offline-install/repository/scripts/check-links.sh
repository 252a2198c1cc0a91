#!/bin/sh
# Every relative link of docs/*.md and README.md must lead to a file.
status=0
for file in README.md docs/*.md; do
  folder=$(dirname "$file")
  for target in $(grep -o '](\([^)#]*\.md\)' "$file" | sed 's/](//'); do
    if [ ! -f "$folder/$target" ]; then
      echo "$file: $target"
      status=1
    fi
  done
done
exit $status
