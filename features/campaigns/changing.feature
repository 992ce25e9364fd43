@service:resources
@one-tenant
Feature: Changing a campaign
  What is named in a change is changed, and nothing else. Whoever writes a campaign anew says all of it.

  @severity:critical
  Scenario Outline: A campaign that is <way> keeps what was not named
    Given a campaign "Spring" with a reference
    When the campaign "Spring" is <way> with
      | coupons in all | 5 |
    Then the campaign "Spring" has
      | coupons in all | 5        |
      | gives          | 1.00 off |
    And the campaign "Spring" still has its reference

    Examples:
      | way                         |
      | changed                     |
      | changed as older clients do |

  Scenario: A campaign gets a new name and stays what it is
    Given a campaign "Known" with a reference
    When the campaign "Known" is renamed to "Better known"
    Then the campaign "Known" is called "Better known"
    And the campaign "Known" still has its reference

  Scenario: What is not said when a campaign is written anew is as usual
    Given a campaign "Spring" with
      | is for                     | everyone  |
      | gives                      | 20 % off  |
      | for a purchase of at least | 100000.00 |
      | coupons in all             | 5         |
    When the campaign "Spring" is written anew with
      | gives | 3.00 off |
    Then the campaign "Spring" has
      | gives            | 3.00 off              |
      | is for           | holders of its coupon |
      | uses of a coupon | 1                     |
    And the campaign "Spring" has no limit of coupons

  @severity:critical
  Scenario: A paused campaign that is written anew stays paused
    Given a campaign "Spring" that is inactive
    When the campaign "Spring" is written anew with
      | gives | 3.00 off |
    Then the campaign "Spring" is inactive

  @severity:blocker
  Scenario: A draft is not approved by writing it anew
    Given a campaign "Spring" that is draft
    When the campaign "Spring" is written anew with
      | status | active |
    Then it is refused because its status does not allow it
    And the campaign "Spring" is draft

  Scenario Outline: A campaign that is <way> to make no sense stays as it was
    Given a campaign "Spring"
    When the campaign "Spring" is <way> with
      | ends | 2 days ago |
    Then it is refused because the request is malformed
    And the campaign "Spring" is as it was made

    Examples:
      | way                         |
      | changed                     |
      | changed as older clients do |
      | written anew                |

  Scenario Outline: A campaign that never was cannot be <way>
    When the campaign "Nowhere" is <way> with
      | gives | 3.00 off |
    Then it is refused because there is no such campaign

    Examples:
      | way                         |
      | changed                     |
      | changed as older clients do |
      | written anew                |

  Scenario: A campaign cannot take the reference of another
    Given a campaign "Known" with a reference
    And a campaign "Second"
    When the campaign "Second" asks for the same reference
    Then it is refused because the reference is taken
    And the campaign "Second" is as it was made
