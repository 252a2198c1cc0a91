use crate::error::PageError;

/// A page of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    number: usize,
    size: usize,
}

impl Page {
    /// Page `number`, counted from 1, of `size` rows.
    pub fn new(number: usize, size: usize) -> Result<Page, PageError> {
        if number == 0 {
            return Err(PageError::NumberIsZero);
        }
        if size == 0 {
            return Err(PageError::SizeIsZero);
        }
        Ok(Page { number, size })
    }

    /// The rows of this page; none behind the last page.
    pub fn of<'a, T>(&self, rows: &'a [T]) -> &'a [T] {
        let start = (self.number - 1) * self.size;
        let end = (start + self.size).min(rows.len());
        if start >= end {
            return &[];
        }
        &rows[start..end]
    }
}

/// How many pages `rows` rows fill.
pub fn page_count(rows: usize, size: usize) -> usize {
    rows / size + 1
}
