import Migration

/// Lists that come to be looked through, anew or once more.
extension ReviewUsers {
  /// Takes a list that was read; what was decided in it before stands, also after the program was ended.
  static func begin(_ review: Review, _ state: inout State) -> [Effect] {
    let earlier = state.createUsers.review?.draft ?? state.createUsers.reviewDraft
    state.createUsers.reviewDraft = nil
    state.createUsers.review = review
    // One that was just corrected is the same list still.
    let isFresh = review.corrections.isEmpty && !review.decisions.contains { $0 != .open }
    guard isFresh else { return [] }
    guard let earlier, review.draft?.isOfSameList(as: earlier) == true else {
      // The tab, the row and what was typed about rows were those of another list.
      Self().forget(&state)
      return []
    }
    guard earlier.count > 0 else { return [] }
    state.notice = Notice(.done, "review-resumed", ["count": String(earlier.count)])
    guard earlier.corrections.isEmpty else { return resume(earlier, &state) }
    state.createUsers.review?.decide(as: earlier.decisions)
    return []
  }

  /// Reads the list again that was looked through when the program ended.
  static func resume(_ draft: ReviewDraft, _ state: inout State) -> [Effect] {
    state.createUsers.reviewDraft = nil
    return [.createUsers(.resumeReview(draft, text: InviteMultiple.pasted(state)))]
  }

  /// Goes back to where the list was read, since it is another one now.
  static func lose(_ draft: ReviewDraft, _ state: inout State) -> [Effect] {
    state.work = nil
    state.createUsers.review = nil
    Self().forget(&state)
    let effects = state.visit.screen == Self().name ? Navigation.back(&state) : []
    state.notice = Notice(
      .problem, draft.path.isEmpty ? "review-lost-paste" : "review-lost", ["path": draft.path])
    return effects + [.bell]
  }
}
