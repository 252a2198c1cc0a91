use pager::{page_count, Page, PageError};

#[test]
fn the_first_page() {
    let rows: Vec<u32> = (0..25).collect();
    assert_eq!(Page::new(1, 10).unwrap().of(&rows), &rows[0..10]);
}

#[test]
fn the_last_page_is_shorter() {
    let rows: Vec<u32> = (0..25).collect();
    assert_eq!(Page::new(3, 10).unwrap().of(&rows), &rows[20..25]);
}

#[test]
fn behind_the_last_page_is_nothing() {
    let rows: Vec<u32> = (0..25).collect();
    assert!(Page::new(4, 10).unwrap().of(&rows).is_empty());
}

#[test]
fn zero_is_no_page() {
    assert_eq!(Page::new(0, 10), Err(PageError::NumberIsZero));
}

#[test]
fn three_pages_for_25_rows() {
    assert_eq!(page_count(25, 10), 3);
}
