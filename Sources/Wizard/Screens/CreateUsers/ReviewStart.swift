import Migration

/// Lists that come to be looked through, anew or once more.
enum ReviewStart {
  /// Takes a list that was read; what was decided in it before stands, also after the program was ended.
  static func begin(_ review: Review, _ state: inout State) -> [Effect] {
    let earlier = state.createUsers.review?.draft ?? state.createUsers.reviewDraft
    state.createUsers.reviewDraft = nil
    state.createUsers.review = review
    // One that was just corrected is the same list still.
    let isFresh = review.corrections.isEmpty && !review.decisions.contains { $0 != .open }
    guard isFresh else { return [] }
    // What was typed about a row was about a row of the list before.
    state.memories = state.memories.filter { !$0.key.hasPrefix("review-row/") }
    guard let earlier, review.draft?.isOfSameList(as: earlier) == true else {
      // The tab and the row were those of another list.
      state.memories["review-users"] = nil
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
    let text = state.memories["invite-multiple"]?.editors["people"]?.text ?? ""
    return [.createUsers(.resumeReview(draft, text: text))]
  }

  /// Goes back to where the list was read, since it is another one now.
  static func lose(_ draft: ReviewDraft, _ state: inout State) -> [Effect] {
    state.work = nil
    state.createUsers.review = nil
    state.memories["review-users"] = nil
    let effects = state.visit.screen == "review-users" ? Navigation.back(&state) : []
    state.notice = Notice(
      .problem, draft.path.isEmpty ? "review-lost-paste" : "review-lost", ["path": draft.path])
    return effects + [.bell]
  }
}
